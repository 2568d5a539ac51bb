package tablegen

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"sort"
	"strconv"
	"strings"
)

// Generate reads the tables of a directory and returns the Go files to stand beside the package's own, by name.
func Generate(tables fs.FS) (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, g := range []struct {
		file string
		make func(fs.FS, *bytes.Buffer) error
	}{
		{"zz_legal_forms.go", legalForms},
		{"zz_titles.go", titles},
		{"zz_vessel_prefixes.go", vesselPrefixes},
		{"zz_particles.go", particles},
		{"zz_business.go", business},
		{"zz_generic.go", generic},
		{"zz_numerals.go", numerals},
		{"zz_given_names.go", givenNames},
		{"zz_common.go", common},
	} {
		var b bytes.Buffer
		if err := g.make(tables, &b); err != nil {
			return nil, err
		}
		src, err := source(&b)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", g.file, err)
		}
		out[g.file] = src
	}
	return out, nil
}

// fill reads a table and adds every expansion of every form of the first field, with the value that one row gives.
func fill(tables fs.FS, name string, fields int, value func(Row) (string, error)) (*store, error) {
	rows, err := Read(tables, name, fields)
	if err != nil {
		return nil, err
	}
	s := newStore()
	var errs []error
	for _, r := range rows {
		v, err := value(r)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		for _, k := range Expand(r.Fields[0]) {
			errs = append(errs, s.add(k, v, r.Pos))
		}
	}
	return s, errors.Join(errs...)
}

func legalForms(tables fs.FS, b *bytes.Buffer) error {
	s, err := fill(tables, "legal_forms.txt", 5, func(r Row) (string, error) {
		family, err := choose(r, 2, families)
		if err != nil {
			return "", err
		}
		pos, err := choose(r, 3, positions)
		jur := r.Fields[4]
		if jur == "-" {
			jur = ""
		}
		return fmt.Sprintf("{%q, %s, %s, %q}", r.Fields[1], family, pos, jur), err
	})
	if err != nil {
		return err
	}
	return phrasesVar(b, "legalPhrases", "legalForms", "Form", s)
}

func titles(tables fs.FS, b *bytes.Buffer) error {
	s, err := fill(tables, "titles.txt", 3, func(r Row) (string, error) {
		class, err := choose(r, 1, titleClasses)
		if err != nil {
			return "", err
		}
		pos, err := choose(r, 2, positions)
		return fmt.Sprintf("{%s, %s}", class, pos), err
	})
	if err != nil {
		return err
	}
	return phrasesVar(b, "titlePhrases", "titleEntries", "titleEntry", s)
}

func vesselPrefixes(tables fs.FS, b *bytes.Buffer) error {
	s, err := fill(tables, "vessel_prefixes.txt", 5, func(r Row) (string, error) {
		class, err := choose(r, 1, prefixClasses)
		if err != nil {
			return "", err
		}
		pos, err := choose(r, 3, positions)
		if err != nil {
			return "", err
		}
		name, err := choose(r, 4, yesNo)
		return fmt.Sprintf("{%q, %s, %s, %s}", r.Fields[2], class, name, pos), err
	})
	if err != nil {
		return err
	}
	return phrasesVar(b, "prefixPhrases", "vesselPrefixes", "Prefix", s)
}

// single keeps the one-token keys of a store and fails on others where the table has no way to say them.
func single(s *store) error {
	for _, k := range s.keys() {
		if strings.Contains(k, " ") {
			return fmt.Errorf("%s: %q is not one token", s.pos[k], k)
		}
	}
	return nil
}

// values returns the values of a store in the order of its keys, as numbers.
func values(s *store) []int {
	var out []int
	for _, k := range s.keys() {
		n, _ := strconv.Atoi(s.value[k])
		out = append(out, n)
	}
	return out
}

func number(r Row, field int, set map[string]int) (string, error) {
	n, ok := set[r.Fields[field]]
	if !ok {
		return "", fmt.Errorf("%s: %q is not allowed in field %d", r.Pos, r.Fields[field], field+1)
	}
	return strconv.Itoa(n), nil
}

func particles(tables fs.FS, b *bytes.Buffer) error {
	s, err := fill(tables, "particles.txt", 2, func(r Row) (string, error) { return number(r, 1, particleClasses) })
	if err != nil {
		return err
	}
	if err := single(s); err != nil {
		return err
	}
	listVar(b, "particleClasses", "uint8", values(s))
	return wordsVar(b, "particleWords", s.keys())
}

func generic(tables fs.FS, b *bytes.Buffer) error {
	all := newStore()
	for _, name := range []string{"generic.txt", "places.txt"} {
		s, err := fill(tables, name, 2, func(r Row) (string, error) { return number(r, 1, grades) })
		if err != nil {
			return err
		}
		var errs []error
		for _, k := range s.keys() {
			errs = append(errs, all.add(k, s.value[k], s.pos[k]))
		}
		if err := errors.Join(errs...); err != nil {
			return err
		}
	}
	if err := single(all); err != nil {
		return err
	}
	listVar(b, "genericGrades", "uint8", values(all))
	return wordsVar(b, "genericWords", all.keys())
}

func business(tables fs.FS, b *bytes.Buffer) error {
	s, err := fill(tables, "expansions.txt", 2, func(r Row) (string, error) { return r.Fields[1], nil })
	if err != nil {
		return err
	}
	for _, k := range s.keys() { // int'l also gives "int l"; one token is all that is looked up
		if strings.Contains(k, " ") {
			delete(s.value, k)
		}
	}
	set := map[string]bool{}
	for _, v := range s.value {
		set[v] = true
	}
	var list []string
	for v := range set {
		list = append(list, v)
	}
	sort.Strings(list)
	var quoted []string
	index := map[string]int{}
	for i, v := range list {
		index[v] = i
		quoted = append(quoted, fmt.Sprintf("%q", v))
	}
	var at []int
	for _, k := range s.keys() {
		at = append(at, index[s.value[k]])
	}
	listVar(b, "expansions", "string", quoted)
	listVar(b, "expansionIndex", "uint16", at)
	if err := wordsVar(b, "expansionWords", s.keys()); err != nil {
		return err
	}

	rows, err := Read(tables, "business_groups.txt", 3)
	if err != nil {
		return err
	}
	groups := newStore()
	var errs []error
	groupGrades := []string{"0"}
	for id, r := range rows {
		grade, err := number(r, 1, grades)
		if err != nil {
			return err
		}
		groupGrades = append(groupGrades, grade)
		for _, w := range strings.Fields(r.Fields[2]) {
			for _, k := range Expand(w) {
				errs = append(errs, groups.add(k, strconv.Itoa(id+1), r.Pos))
			}
		}
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	if err := single(groups); err != nil {
		return err
	}
	typ := "uint8"
	if len(rows) > 255 {
		typ = "uint16"
	}
	listVar(b, "businessGroups", typ, values(groups))
	listVar(b, "businessGrades", "uint8", groupGrades)
	return wordsVar(b, "businessWords", groups.keys())
}

func numerals(tables fs.FS, b *bytes.Buffer) error {
	kinds := map[string]string{}
	s, err := fill(tables, "numerals.txt", 3, func(r Row) (string, error) {
		kind, err := number(r, 2, numberKinds)
		if err != nil {
			return "", err
		}
		if n, err := strconv.Atoi(r.Fields[1]); err != nil || n < 0 || n > 10000 {
			return "", fmt.Errorf("%s: value %q", r.Pos, r.Fields[1])
		}
		for _, k := range Expand(r.Fields[0]) {
			if old, ok := kinds[k]; ok && old != kind {
				return "", fmt.Errorf("%s: %q has another kind elsewhere", r.Pos, k)
			}
			kinds[k] = kind
		}
		return r.Fields[1], nil
	})
	if err != nil {
		return err
	}
	if err := single(s); err != nil {
		return err
	}
	var list []string
	for _, k := range s.keys() {
		list = append(list, kinds[k])
	}
	listVar(b, "numeralValues", "uint16", values(s))
	listVar(b, "numeralKinds", "uint8", list)
	return wordsVar(b, "numeralWords", s.keys())
}

func common(tables fs.FS, b *bytes.Buffer) error {
	s, err := fill(tables, "common_names.txt", 3, func(r Row) (string, error) {
		use, ok := nameUses[r.Fields[1]]
		grade, err := strconv.Atoi(r.Fields[2])
		if !ok || err != nil || grade < 1 || grade > 3 {
			return "", fmt.Errorf("%s: use or grade", r.Pos)
		}
		return strconv.Itoa(grade<<4 | use), nil
	})
	if err != nil {
		return err
	}
	if err := single(s); err != nil {
		return err
	}
	listVar(b, "commonGrades", "uint8", values(s))
	if err := wordsVar(b, "commonWords", s.keys()); err != nil {
		return err
	}
	s, err = fill(tables, "ship_words.txt", 2, func(r Row) (string, error) {
		return number(r, 1, map[string]int{"1": 1, "2": 2, "3": 3})
	})
	if err != nil {
		return err
	}
	if err := single(s); err != nil {
		return err
	}
	listVar(b, "shipGrades", "uint8", values(s))
	return wordsVar(b, "shipWords", s.keys())
}
