package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
	"github.com/seed-539c57aa/pratique/screening/ownership"
	"github.com/seed-539c57aa/pratique/screening/voyage"
)

// This file runs the scenarios that are a whole voyage: several parties at once
// (kind "transaction"), and a firm with those who own it (kind "ownership"). Both
// go through voyage.Screen.

// voyageScenario runs one such scenario. It returns what is wrong with the answer,
// or the empty string, what was found, and the keys that say nothing to it.
func voyageScenario(l *loaded, r map[string]string) (fault string, found, unused []string, err error) {
	expected, why := r["expected_entry_id_or_none"], r["why"]
	var v voyage.Voyage
	if r["kind"] == "ownership" {
		v, unused, err = ownershipVoyage(l.list, r["query_json"])
	} else {
		v, unused, err = transactionVoyage(l.screener, r["query_json"])
	}
	if err != nil {
		return "", nil, unused, err
	}
	result, err := voyage.Screen(l.screener, v)
	if err != nil {
		return "", nil, unused, err
	}
	for i := range result.Reasons {
		found = append(found, result.Reasons[i].Level.String()+" "+result.Reasons[i].Says)
	}
	if r["kind"] == "ownership" {
		for i := range result.Ownership.Verdicts {
			d := &result.Ownership.Verdicts[i]
			found = append(found, fmt.Sprintf("%s %s: %s, %s", d.Name, d.Regime, d.Outcome, d.Shares))
		}
		return ownershipFault(expected, why, result), found, unused, nil
	}
	return transactionFault(expected, why, result), found, unused, nil
}

// transactionFault returns what is wrong with the answer to a voyage. Every entry
// that is wanted is among the first hits of some party, and the first hit of every
// party that has hits is wanted. The label "strong" speaks of the voyage as a
// whole: a row names parties by name alone, of whom by the rules of the levels
// none is strong by itself.
func transactionFault(expected, why string, r *voyage.Result) string {
	if expected == "none" || strings.HasPrefix(why, "[none") {
		if r.Level > voyage.Nothing {
			return "something found, nothing wanted"
		}
		return ""
	}
	wanted := strings.Split(expected, "|")
	for _, id := range wanted {
		if !slices.ContainsFunc(r.Findings, func(f voyage.Finding) bool { return leads(&f, id, wanted) }) {
			return id + " is no first hit of any party"
		}
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		if len(f.Listed) > 0 && !slices.Contains(wanted, f.Listed[0].Hit.Entity.ID) {
			return fmt.Sprintf("%s %q leads to %s, which is not wanted", f.Roles[0], f.Name(), f.Listed[0].Hit.Entity.ID)
		}
	}
	if strings.HasPrefix(why, "[strong") && r.Level != voyage.Strong {
		return fmt.Sprintf("the voyage is %s, not strong", r.Level)
	}
	return ""
}

// leads reports whether an entry is a first hit of a party: none before it that is
// not wanted too.
func leads(f *voyage.Finding, id string, wanted []string) bool {
	for i := range f.Listed {
		switch got := f.Listed[i].Hit.Entity.ID; {
		case got == id:
			return true
		case !slices.Contains(wanted, got):
			return false
		}
	}
	return false
}

// ownershipFault returns what is wrong with OFAC's verdict on the firm, which is
// the first target: "derived:ID|ID" wants it to be met by what these entries hold,
// "none" not to be met. A row labelled otherwise ([undecided], [unknown]) wants it
// left open.
func ownershipFault(expected, why string, r *voyage.Result) string {
	i := slices.IndexFunc(r.Ownership.Verdicts, func(v voyage.OwnershipVerdict) bool { return v.Regime == ownership.OFAC })
	if i < 0 {
		return "no verdict"
	}
	v := &r.Ownership.Verdicts[i]
	ids, derived := strings.CutPrefix(expected, "derived:")
	want := ownership.Undecided
	switch {
	case derived && !openLabel(why):
		want = ownership.Met
	case expected == "none" && !openLabel(why):
		want = ownership.NotMet
	}
	if v.Outcome != want {
		return fmt.Sprintf("%s, %s wanted", v.Outcome, want)
	}
	if !derived {
		return ""
	}
	for _, id := range strings.Split(ids, "|") {
		if !slices.ContainsFunc(v.Steps, func(s ownership.Step) bool { return s.Party == entryParty(id) || s.By == entryParty(id) }) {
			return id + " has no part in the verdict"
		}
	}
	return ""
}

// openLabel reports whether a row's label says that the question cannot be decided.
func openLabel(why string) bool {
	label, _, _ := strings.Cut(strings.TrimPrefix(why, "["), "]")
	for _, w := range [...]string{"undecided", "unknown", "cannot", "open", "review"} {
		if strings.HasPrefix(label, w) {
			return true
		}
	}
	return false
}

// shipKeys, portKeys and the rest are the keys of a transaction that name no role.
var (
	shipKeys    = []string{"vessel", "ship"}
	portKeys    = []string{"port", "ports", "load_port", "loading_port", "discharge_port", "destination_port", "terminal_port"}
	countryKeys = []string{"country", "countries", "origin", "destination", "transit"}
	cargoKeys   = []string{"cargo", "goods", "text", "bill_of_lading"}
	paymentKeys = []string{"payment", "payment_text", "remittance"}
)

// transactionVoyage makes a voyage of a scenario's JSON object: a ship, ports,
// texts, and any role by its word, with a name, an object, or several of them.
func transactionVoyage(s *screening.Screener, object string) (v voyage.Voyage, unused []string, err error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal([]byte(object), &fields); err != nil {
		return v, nil, err
	}
	texts := func(raw json.RawMessage) []string {
		var x any
		if json.Unmarshal(raw, &x) != nil {
			return nil
		}
		return values(x)
	}
	for _, key := range sortedKeys(fields) {
		raw := fields[key]
		role, roleErr := voyage.ParseRole(key)
		switch {
		case slices.Contains(shipKeys, key):
			qs, u, err := partyQueries(lists.Vessel, raw, s)
			if err != nil {
				return v, nil, fmt.Errorf("%s: %w", key, err)
			}
			if len(qs) != 1 {
				return v, nil, fmt.Errorf("%s: %d ships, not one", key, len(qs))
			}
			v.Ship.Query, unused = qs[0], append(unused, u...)
		case slices.Contains(portKeys, key):
			for _, p := range texts(raw) {
				v.Ports = append(v.Ports, voyage.Port{Name: p})
			}
		case slices.Contains(countryKeys, key):
			v.Countries = append(v.Countries, texts(raw)...)
		case slices.Contains(cargoKeys, key):
			v.Cargo += strings.Join(texts(raw), "\n")
		case slices.Contains(paymentKeys, key):
			v.Payment += strings.Join(texts(raw), "\n")
		case key == "flag" || key == "flags":
			v.Flag = append(v.Flag, texts(raw)...)
		case key == "date":
			if v.Date, err = lists.ParseDate(strings.Join(texts(raw), " ")); err != nil {
				return v, nil, err
			}
		case roleErr == nil:
			kind := lists.Unknown
			if role == voyage.ShipMet {
				kind = lists.Vessel
			}
			qs, u, err := partyQueries(kind, raw, s)
			if err != nil {
				return v, nil, fmt.Errorf("%s: %w", key, err)
			}
			unused = append(unused, u...)
			for _, q := range qs {
				v.Parties = append(v.Parties, voyage.Party{Role: role, Query: q})
			}
		default:
			unused = append(unused, key)
		}
	}
	return v, unused, nil
}

// partyQueries reads a name, an object, or an array of them.
func partyQueries(kind lists.Kind, raw json.RawMessage, s *screening.Screener) (out []screening.Query, unused []string, err error) {
	var many []json.RawMessage
	if json.Unmarshal(raw, &many) != nil {
		many = []json.RawMessage{raw}
	}
	for _, one := range many {
		var name string
		if json.Unmarshal(one, &name) == nil {
			out = append(out, screening.Query{Kind: kind, Names: []string{name}})
			continue
		}
		q, u, err := scenarioQuery(kind, string(one), s.FindIMO)
		if err != nil {
			return nil, nil, err
		}
		out, unused = append(out, q), append(unused, u...)
	}
	return out, unused, nil
}

// holder is a firm, a ship or an owner of an ownership scenario.
type holder struct {
	Firm    string          `json:"firm"`
	Name    string          `json:"name"`
	Person  string          `json:"person"`
	Vessel  json.RawMessage `json:"vessel"` // a name, or an object with one
	Entry   string          `json:"entry"`  // of the list
	Pct     json.RawMessage `json:"pct"`    // a number, a range as text; absent or null is unknown
	Min     json.RawMessage `json:"min_pct"`
	Max     json.RawMessage `json:"max_pct"`
	Control any             `json:"control"` // true, or words for the kind of control
	Owners  []holder        `json:"owners"`
}

// entryParty is the ID of a list's entry in a structure.
func entryParty(id string) string { return "entry " + id }

// party makes a party of a holder. The row says who is listed: who has no entry is
// taken as listed by nobody.
func (h *holder) party(l *lists.List) (ownership.Party, error) {
	p := ownership.Party{Name: h.Firm + h.Name, Listed: []ownership.Designation{}}
	switch {
	case h.Entry != "":
		i := slices.IndexFunc(l.Entities, func(e lists.Entity) bool { return e.ID == h.Entry })
		if i < 0 {
			return p, fmt.Errorf("no entry %s", h.Entry)
		}
		e := &l.Entities[i]
		return ownership.Party{ID: entryParty(h.Entry), Name: e.PrimaryName(), Kind: e.Kind, Listed: ownership.Designations(e, lists.Day{})}, nil
	case h.Person != "":
		p.Name, p.Kind = h.Person, lists.Person
	case h.Vessel != nil && p.Name == "":
		p.Kind = lists.Vessel
		if json.Unmarshal(h.Vessel, &p.Name) != nil {
			var v struct{ Name string }
			if err := json.Unmarshal(h.Vessel, &v); err != nil {
				return p, err
			}
			p.Name = v.Name
		}
	}
	if p.ID = p.Name; p.ID == "" {
		return p, errors.New("a party of the structure without firm, name and entry")
	}
	return p, nil
}

// controls reports whether a row says that the holder controls what it holds of.
func (h *holder) controls() bool {
	switch c := h.Control.(type) {
	case bool:
		return c
	case string:
		return c != "" && c != "none" && c != "no"
	}
	return false
}

// ownershipVoyage makes a voyage of a firm with its owners: the firm is the
// registered owner, and the structure says who holds what.
func ownershipVoyage(l *lists.List, object string) (v voyage.Voyage, unused []string, err error) {
	var top holder
	if err := json.Unmarshal([]byte(object), &top); err != nil {
		return v, nil, err
	}
	strict := json.NewDecoder(strings.NewReader(object))
	strict.DisallowUnknownFields()
	if err := strict.Decode(new(holder)); err != nil {
		unused = append(unused, err.Error())
	}
	s := &ownership.Structure{}
	known, done := map[string]bool{}, map[string]bool{}
	var add func(h *holder, depth int) (ownership.Party, error)
	add = func(h *holder, depth int) (ownership.Party, error) {
		p, err := h.party(l)
		if err == nil && depth > 100 {
			err = errors.New("more than 100 levels of owners")
		}
		if err != nil {
			return p, err
		}
		if !known[p.ID] {
			known[p.ID] = true
			s.Parties = append(s.Parties, p)
		}
		if len(h.Owners) == 0 || done[p.ID] {
			return p, nil // a firm that stands twice in the tree has its owners once
		}
		done[p.ID] = true
		for i := range h.Owners {
			o := &h.Owners[i]
			owner, err := add(o, depth+1)
			if err != nil {
				return p, err
			}
			share, err := o.share()
			if err != nil {
				return p, err
			}
			s.Holdings = append(s.Holdings, ownership.Holding{Owner: owner.ID, Owned: p.ID, Share: share})
			if o.controls() {
				s.Controls = append(s.Controls, ownership.Control{Controller: owner.ID, Controlled: p.ID, By: ownership.OtherControl})
			}
		}
		return p, nil
	}
	target, err := add(&top, 0)
	if err != nil {
		return v, nil, err
	}
	v.Structure = s
	if q := (screening.Query{Names: []string{target.Name}}); target.Kind == lists.Vessel {
		v.Ship.Query = q
	} else {
		v.Parties = []voyage.Party{{Role: voyage.RegisteredOwner, Query: q}}
	}
	return v, unused, nil
}

// share reads the size of a holding.
func (h *holder) share() (s ownership.Share, err error) {
	if h.Min == nil && h.Max == nil {
		if h.Pct != nil {
			err = json.Unmarshal(h.Pct, &s)
		}
		return s, err
	}
	low, high := ownership.Exact(0), ownership.Exact(ownership.Whole)
	if h.Min != nil {
		if err := json.Unmarshal(h.Min, &low); err != nil {
			return s, err
		}
	}
	if h.Max != nil {
		if err := json.Unmarshal(h.Max, &high); err != nil {
			return s, err
		}
	}
	return ownership.Between(low.Min(), high.Max())
}
