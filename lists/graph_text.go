package lists

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// String returns the path in one line, entry by entry. An arrow points from the
// entry whose record says it to the one of which it is said:
//
//	NATIONAL IRANIAN TANKER COMPANY (OFAC SDN 15117) <- (Linked To) <- FORTUNE (OFAC SDN 15068)
//
// reads: FORTUNE's record has "Linked To" NATIONAL IRANIAN TANKER COMPANY. An edge
// of SameParty has the sign = in the place of arrows. What is ambiguous or told by
// name only says so. Control and invisible characters are written as escapes, long
// names are cut. The wording may change from release to release.
func (p Path) String() string {
	if len(p) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(p[0].From.words())
	for i := range p {
		arrow := " -> "
		switch {
		case p[i].Role == SameParty:
			arrow = " = "
		case p[i].Reverse:
			arrow = " <- "
		}
		b.WriteString(arrow + "(" + p[i].Words() + ")" + arrow + p[i].To.words())
	}
	return b.String()
}

// String returns the edge in one line, as the record has it, from whichever side it
// is walked:
//
//	FORTUNE (OFAC SDN 15068) says: Linked To "NATIONAL IRANIAN TANKER COMPANY", which is OFAC SDN 15117
//
// The wording may change from release to release.
func (e Edge) String() string {
	by, of := e.Says()
	if e.Role == SameParty {
		return by.words() + " and " + of.words() + " are one party: " + e.Words()
	}
	which := "which names no entry"
	switch {
	case of.Entity != nil:
		which = "which is " + of.id()
	case e.Ambiguous:
		which = "which names too many entries"
	}
	return by.words() + " says: " + e.Words() + " \"" + plain(e.Text) + "\", " + which
}

// Words returns what the edge says, in the list's own word where it has one for the
// role: "Linked To", "owned by: 60 %, former". Share, end and doubts follow it.
func (e Edge) Words() string {
	w := string(e.Role)
	switch {
	case e.Role == SameParty:
		return plain(e.Label + " " + e.Text)
	case e.Relation == nil || e.Label == "":
	case e.Role == OtherRelation || strings.EqualFold(w, e.Label):
		w = e.Label
	default:
		w += ": " + e.Label
	}
	w = plain(w)
	if r := e.Relation; r != nil {
		if r.Share.Known {
			w += ", " + shareWords(r.Share)
		}
		if r.Former {
			w += ", former"
		}
	}
	if e.Ambiguous {
		w += ", one of several of this name"
	} else if e.ByName && e.Relation != nil {
		w += ", by name"
	}
	return w
}

// shareWords returns a share in per cent: "50 %", "25 to 33.33 %".
func shareWords(s Share) string {
	if s.Min == s.Max {
		return percent(s.Min) + " %"
	}
	return percent(s.Min) + " to " + percent(s.Max) + " %"
}

// percent writes hundredths of a per cent as per cent.
func percent(n int32) string {
	if n%100 == 0 {
		return strconv.Itoa(int(n / 100))
	}
	return strings.TrimRight(fmt.Sprintf("%d.%02d", n/100, max(n%100, -(n%100))), "0")
}

// words returns an entry's name with its list and number.
func (m Member) words() string {
	if m.Entity == nil {
		return "nobody"
	}
	return plain(m.Entity.PrimaryName()) + " (" + m.id() + ")"
}

// id returns an entry's list and number.
func (m Member) id() string {
	if m.List == nil {
		return plain(m.Entity.ID)
	}
	return plain(strings.TrimSpace(m.List.Source.Name + " " + m.Entity.ID))
}

// plain makes text fit for a line: control and invisible characters become escapes,
// and what is very long is cut.
func plain(s string) string {
	const most = 200
	cut := len(s) > most
	if cut {
		s = strings.ToValidUTF8(s[:most], "")
	}
	q := strconv.QuoteToGraphic(s)
	s = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(q[1 : len(q)-1])
	if cut {
		s += "..."
	}
	return s
}

// jsonMember is an entry by its list and number.
type jsonMember struct {
	List string `json:"list"`
	ID   string `json:"id"`
	Kind Kind   `json:"kind"`
	Name string `json:"name"`
}

func memberJSON(m Member) *jsonMember {
	if m.Entity == nil {
		return nil
	}
	out := &jsonMember{ID: m.Entity.ID, Kind: m.Entity.Kind, Name: m.Entity.PrimaryName()}
	if m.List != nil {
		out.List = m.List.Source.Name
	}
	return out
}

// MarshalJSON writes both entries by list, number, kind and primary name, and the
// statement as printed: it does not write the entries whole. To is null where the
// edge names no entry.
func (e Edge) MarshalJSON() ([]byte, error) {
	out := struct {
		From      *jsonMember  `json:"from"`
		To        *jsonMember  `json:"to"`
		Role      RelationRole `json:"role"`
		Label     string       `json:"label,omitempty"`
		Text      string       `json:"text"`
		Share     Share        `json:"share,omitzero"`
		Former    bool         `json:"former,omitempty"`
		Begins    Date         `json:"begins,omitzero"`
		Ends      Date         `json:"ends,omitzero"`
		Reverse   bool         `json:"reverse,omitempty"`
		Ambiguous bool         `json:"ambiguous,omitempty"`
		ByName    bool         `json:"by_name,omitempty"`
	}{From: memberJSON(e.From), To: memberJSON(e.To), Role: e.Role, Label: e.Label, Text: e.Text,
		Reverse: e.Reverse, Ambiguous: e.Ambiguous, ByName: e.ByName}
	if r := e.Relation; r != nil {
		out.Share, out.Former, out.Begins, out.Ends = r.Share, r.Former, r.From, r.Until
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
