package opensanctions

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// thing is one line of entities.ftm.json.
type thing struct {
	ID         string              `json:"id"`
	Caption    string              `json:"caption"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
	Referents  []string            `json:"referents"`
	Datasets   []string            `json:"datasets"`
	Origin     []string            `json:"origin"`
	FirstSeen  string              `json:"first_seen"`
	LastSeen   string              `json:"last_seen"`
	LastChange string              `json:"last_change"`
	Target     *bool               `json:"target"`

	pos    lists.Position
	extra  []lists.Remark // keys that a line has not
	faults []string       // of them, those that are not of the type of their key
}

// ParseFTM reads entities.ftm.json, the full export of OpenSanctions: one thing a
// line, in the form of FollowTheMoney. name stands for the file in positions and
// in the Source; r is read to its end. Sanctions, addresses, papers, positions and
// links, which stand on lines of their own in any order, are joined to the parties
// they belong to; they are held until the end of the file, so that memory is
// linear in its size.
//
// Entities are the parties that are on a list and those that are not: OpenSanctions
// exports the owners and relatives of listed parties as well. IsTarget tells which
// is which.
//
// Source.Published is the latest last_seen, the time of the last run that saw an
// entity at its publisher; zero where no line has one.
//
// An error means that the file must not be used: it is a *FileError that names
// the place, or the error of r. Everything odd in a file that can be used is a
// Problem of the list. The package comment tells what goes where.
func ParseFTM(name string, r io.Reader) (*lists.List, error) {
	p, err := newParser(name, r, "JSON")
	if err != nil {
		return nil, err
	}
	j := &joiner{parser: p, programmes: map[int][]string{}, context: map[string]*thing{}, retired: map[string]int{}}
	err = p.eachLine(func(line []byte, pos lists.Position) error {
		t, err := readThing(line, p.file.Whole())
		switch {
		case err != nil:
			return err
		case t.ID == "":
			return ErrNoID
		case t.Schema == "":
			return fmt.Errorf("%w: no schema", ErrNotList)
		}
		t.pos = pos
		j.take(t)
		return nil
	})
	if err != nil {
		return nil, err
	}
	j.join()
	return p.finish()
}

// IsTarget reports whether an Entity of ParseFTM is itself the target of a list:
// OpenSanctions exports others as context and marks them with target false.
func IsTarget(e *lists.Entity) bool {
	return !slices.Contains(e.Remarks, lists.Remark{Key: "target", Text: "false"})
}

// readThing reads one line. Keys that a line has not, and values that are not of
// the type of their key, are kept as they are written.
func readThing(line []byte, whole bool) (*thing, error) {
	t := &thing{}
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(t); err == nil && int(dec.InputOffset()) == len(line) {
		return t, nil
	}
	return slowThing(line, whole)
}

// slowThing reads a line that has other keys or types than usual.
func slowThing(line []byte, whole bool) (*thing, error) {
	all, err := object(line, whole)
	if err != nil {
		return nil, err
	}
	t := &thing{Properties: map[string][]string{}}
	keep := func(key string, raw json.RawMessage, fault bool) {
		if text := string(raw); text != "null" {
			t.extra = append(t.extra, lists.Remark{Key: key, Text: text})
			if fault {
				t.faults = append(t.faults, key)
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		raw := all[key]
		switch key {
		case "properties":
			var props map[string]json.RawMessage
			if json.Unmarshal(raw, &props) != nil {
				return nil, fmt.Errorf("%w: %s", ErrWrongType, key)
			}
			for _, prop := range slices.Sorted(maps.Keys(props)) {
				values, ok := texts(props[prop])
				if t.Properties[prop] = values; !ok {
					keep(prop, props[prop], true)
				}
			}
		case "target":
			if json.Unmarshal(raw, &t.Target) != nil {
				keep(key, raw, true)
			}
		case "referents", "datasets", "origin":
			to := map[string]*[]string{"referents": &t.Referents, "datasets": &t.Datasets, "origin": &t.Origin}[key]
			values, ok := texts(raw)
			if *to = values; !ok {
				keep(key, raw, true)
			}
		case "id", "schema":
			to := map[string]*string{"id": &t.ID, "schema": &t.Schema}[key]
			if json.Unmarshal(raw, to) != nil {
				return nil, fmt.Errorf("%w: %s", ErrWrongType, key)
			}
		case "caption", "first_seen", "last_seen", "last_change":
			to := map[string]*string{"caption": &t.Caption, "first_seen": &t.FirstSeen, "last_seen": &t.LastSeen, "last_change": &t.LastChange}[key]
			if json.Unmarshal(raw, to) != nil {
				keep(key, raw, true)
			}
		default:
			keep(key, raw, false)
		}
	}
	return t, nil
}

// object reads a JSON object. What is cut at the end of the file is ErrTruncated.
func object(line []byte, whole bool) (map[string]json.RawMessage, error) {
	var all map[string]json.RawMessage
	err := json.Unmarshal(line, &all)
	var syntax *json.SyntaxError
	switch {
	case err == nil && all == nil:
		return nil, fmt.Errorf("%w: not an object", ErrWrongType)
	case err == nil:
		return all, nil
	case errors.As(err, &syntax) && !whole && strings.HasPrefix(syntax.Error(), "unexpected end"):
		return nil, fmt.Errorf("%w: inside a line of %d bytes", ErrTruncated, len(line))
	case errors.As(err, &syntax):
		return nil, fmt.Errorf("%w: %w", ErrSyntax, syntax)
	}
	return nil, fmt.Errorf("%w: not an object", ErrWrongType)
}

// texts reads a list of strings, or one string. ok tells whether it is that.
func texts(raw json.RawMessage) (values []string, ok bool) {
	if json.Unmarshal(raw, &values) == nil {
		return values, true
	}
	var one string
	if json.Unmarshal(raw, &one) == nil {
		return []string{one}, true
	}
	return nil, false
}
