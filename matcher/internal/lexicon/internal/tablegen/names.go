package tablegen

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"sort"
	"strings"
)

// NameGroups are the groups that one line of given_names.txt stands for: its spellings, its translations and its
// nicknames, each a list of folded tokens without repeats. A group of one token is left out.
type NameGroups struct {
	Spelling    [][]string
	Translation []string
	Nickname    [][]string
}

// ParseNames reads the one field of a line: clusters parted by "|"; in a cluster, the spellings of one name in one
// language, and with a "~" before them its short and pet forms.
func ParseNames(field string) (NameGroups, error) {
	var g NameGroups
	var formal []string
	clusters := 0
	for _, cluster := range strings.Split(field, "|") {
		var full, all []string
		nick := false
		for _, w := range strings.Fields(cluster) {
			pet := strings.HasPrefix(w, "~")
			for _, k := range Expand(strings.TrimPrefix(w, "~")) {
				if strings.Contains(k, " ") {
					return g, fmt.Errorf("%q is not one token", k)
				}
				if !pet {
					full = append(full, k)
				}
				all = append(all, k)
			}
			nick = nick || pet
		}
		if len(full) == 0 {
			return g, fmt.Errorf("cluster %q has no full name", cluster)
		}
		clusters++
		formal = append(formal, full...)
		if full = distinct(full); len(full) > 1 {
			g.Spelling = append(g.Spelling, full)
		}
		if nick {
			g.Nickname = append(g.Nickname, distinct(all))
		}
	}
	if clusters > 1 {
		g.Translation = distinct(formal)
	}
	if len(g.Spelling)+len(g.Translation)+len(g.Nickname) == 0 {
		return g, fmt.Errorf("%q unites nothing", field)
	}
	return g, nil
}

func distinct(list []string) []string {
	sort.Strings(list)
	out := list[:0:0]
	for i, v := range list {
		if i == 0 || v != list[i-1] {
			out = append(out, v)
		}
	}
	return out
}

func givenNames(tables fs.FS, b *bytes.Buffer) error {
	rows, err := Read(tables, "given_names.txt", 1)
	if err != nil {
		return err
	}
	member := map[string][]string{}
	id := 0
	group := func(list []string, class int) { // class: the value of the NameRelation
		if len(list) < 2 {
			return
		}
		id++
		for _, w := range list {
			member[w] = append(member[w], fmt.Sprintf("{%d, %d}", id, class))
		}
	}
	for _, r := range rows {
		g, err := ParseNames(r.Fields[0])
		if err != nil {
			return fmt.Errorf("%s: %w", r.Pos, err)
		}
		for _, list := range g.Spelling {
			group(list, 1)
		}
		group(g.Translation, 2)
		for _, list := range g.Nickname {
			group(list, 3)
		}
	}
	if id > 65535 {
		return fmt.Errorf("given_names.txt: %d groups", id)
	}
	tokens := inOrder(slices.Collect(maps.Keys(member)))
	span := []int{0}
	var groups []string
	for _, w := range tokens {
		groups = append(groups, member[w]...)
		span = append(span, len(groups))
	}
	listVar(b, "nameSpans", "uint16", span)
	listVar(b, "nameGroups", "NameGroup", groups)
	return wordsVar(b, "nameWords", tokens)
}
