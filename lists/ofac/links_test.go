package ofac

import (
	"fmt"
	"strings"
	"testing"
)

// TestSplit: where segments end.
func TestSplit(t *testing.T) {
	for _, c := range []struct{ remarks, want, reason string }{
		{"A; B", "A|B", "a semicolon and a blank"},
		{"A;  B", "A|B", "two blanks"},
		{"A ; B ;", "A|B", "a blank before it, and none behind the last"},
		{"A; ; B", "A||B", "nothing between two"},
		{"http://x.org/a;b=1; B", "http://x.org/a;b=1|B", "no blank: part of the text"},
		{"possibly so;arrested 23 Apr 2002", "possibly so|arrested 23 Apr 2002", "no blank, but a key"},
		{"possibly so;alt. DOB 1950", "possibly so|alt. DOB 1950", "no blank, but alt. and a key"},
		{"FOREIGN EXCHANGE.  Sec. 5(a)(ii); B", "FOREIGN EXCHANGE.  Sec. 5(a)(ii)|B", "never at a full stop"},
		{"a.k.a. 'A; B'; C", "a.k.a. 'A; B'|C", "inside quotes"},
		{"a.k.a. 'A; DOB 1950; f.k.a. 'B'", "a.k.a. 'A|DOB 1950|f.k.a. 'B'", "quotes that never close hold no key"},
		{"a.k.a. 'A; B", "a.k.a. 'A|B", "nor the rest of the record"},
		{"a.k.a. 'ABU-'UMAR'; B", "a.k.a. 'ABU-'UMAR'|B", "quotes nest"},
	} {
		var got []string
		for at := 0; at < len(c.remarks); {
			s, _, next := nextSegment(c.remarks, at)
			got, at = append(got, s), next
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%q (%s)\n got %s\nwant %s", c.remarks, c.reason, g, c.want)
		}
	}
}

// TestLinks: whom "Linked To" names.
func TestLinks(t *testing.T) {
	for _, c := range []struct{ remarks, want, reason string }{
		{"Linked To: ALPHA LTD; Gender Male.", "[2]", "primary name"},
		{"Linked To: BETA LTD..", "[3]", "the full stop is there twice"},
		{"Linked To: BETA LTD.", "[3]", "the record's full stop is the name's"},
		{"Linked To: BETA LTD", "[3]", "no full stop at all"},
		{"Linked To: ALPHA LTD.", "[2 4]", "at the end the name may have lost a full stop or not"},
		{"Linked To: ALPHA LTD.; Gender Male.", "[4]", "inside the record it has not"},
		{"Linked To: GAMMA.; Gender Male.", "[5]", "a full stop too many"},
		{"Linked To: OLD NAME.", "[2]", "an alias"},
		{"Linked To: DELTA CO.", "[5]", "an alias that has lost its full stop"},
		{"Linked To: TWINS.", "[6 7]", "two entities of one name"},
		{"Linked To: SHARED.", "[3 6]", "an alias of two entities"},
		{"Linked To: GAMMA; Linked To: ALPHA LTD; Linked To: NOBODY.", "[5] [2] []", "several links"},
		{"Linked To: gamma.", "[]", "another case is another name"},
	} {
		row := func(id int, name, remarks string) string {
			return fmt.Sprintf("%d,\"%s\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"%s\"\n", id, name, remarks)
		}
		main := row(1, "FIRST", c.remarks) + row(2, "ALPHA LTD", "x.") + row(3, "BETA LTD.", "x.") + row(4, "ALPHA LTD.", "x.") +
			row(5, "GAMMA", "x.") + row(6, "TWINS", "x.") + row(7, "TWINS", "x.")
		alt := "2,1,\"aka\",\"OLD NAME\",-0- \n3,2,\"aka\",\"SHARED\",-0- \n5,3,\"aka\",\"DELTA CO.\",-0- \n6,4,\"aka\",\"SHARED\",-0- \n"
		l, err := ParseCSV(oneFile{"sdn.csv": main, "alt.csv": alt, "add.csv": goodAdd, "sdn_comments.csv": goodRem}.fs())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		problems := 0
		for _, r := range l.Entities[0].Relations {
			got = append(got, fmt.Sprint(r.IDs))
			if len(r.IDs) != 1 {
				problems++
			}
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q (%s): %s, want %s", c.remarks, c.reason, g, c.want)
		}
		for _, p := range l.Problems {
			if p.Field == "Linked To" {
				problems--
			}
		}
		if problems != 0 {
			t.Errorf("%q: a problem is missing or too many: %v", c.remarks, l.Problems)
		}
	}
}
