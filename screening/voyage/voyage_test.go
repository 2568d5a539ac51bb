package voyage

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/ofac"
	"github.com/seed-539c57aa/pratique/screening"
)

// screeners are the Screeners of the tests by the folder of the list.
var (
	screenersMu sync.Mutex
	screeners   = map[string]*screening.Screener{}
)

func screener(t testing.TB, dir string) *screening.Screener {
	t.Helper()
	screenersMu.Lock()
	defer screenersMu.Unlock()
	if s := screeners[dir]; s != nil {
		return s
	}
	l, err := ofac.ParseCSV(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	s, err := screening.New(screening.DefaultPolicy(), l)
	if err != nil {
		t.Fatal(err)
	}
	screeners[dir] = s
	return s
}

// excerpt screens against testdata/ofac-excerpt.
func excerpt(t testing.TB) *screening.Screener {
	return screener(t, filepath.Join("..", "..", "testdata", "ofac-excerpt"))
}

// real2021 screens against OFAC's whole list of July 2021.
func real2021(t testing.TB) *screening.Screener {
	dir := filepath.Join("..", "..", "..", "shared", "lists", "ofac", "2021-07")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the real OFAC list of July 2021 is not there: ../shared is absent")
	}
	return screener(t, dir)
}

// onBoth runs a test on the excerpt and on the whole list.
func onBoth(t *testing.T, test func(t *testing.T, s *screening.Screener)) {
	t.Run("excerpt", func(t *testing.T) { test(t, excerpt(t)) })
	t.Run("2021-07", func(t *testing.T) { test(t, real2021(t)) })
}

// own makes a Screener of a list of the test's own.
func own(t testing.TB, entities ...lists.Entity) *screening.Screener {
	t.Helper()
	s, err := screening.New(screening.DefaultPolicy(), &lists.List{Source: lists.Source{Name: "Own"}, Entities: entities})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func ask(t testing.TB, s *screening.Screener, v Voyage) *Result {
	t.Helper()
	r, err := Screen(s, v)
	if err != nil {
		t.Fatal(err)
	}
	checkResult(t, r)
	return r
}

// checkResult holds what is true of every Result.
func checkResult(t testing.TB, r *Result) {
	t.Helper()
	level := Nothing
	for i := range r.Findings {
		f := &r.Findings[i]
		if (f.Result == nil) == (f.Err == nil) {
			t.Errorf("%s: a result or an error, not both or neither", f.Fields[0])
		}
		top := Nothing
		for j, l := range f.Listed {
			top = max(top, l.Level)
			if j > 0 && l.Level > f.Listed[j-1].Level {
				t.Errorf("%s: hits are not in the order of their levels", f.Fields[0])
			}
			if l.Level > levelOf(l.Hit.Level) && (l.Tied < 0 || !r.Connections[l.Tied].Raises) {
				t.Errorf("%s: the level of %s is raised by nothing", f.Fields[0], l.Hit.Entity.ID)
			}
		}
		if f.Level != top {
			t.Errorf("%s: level %s, its hits have %s", f.Fields[0], f.Level, top)
		}
		level = max(level, f.Level)
	}
	if r.Level < level {
		t.Errorf("the voyage is %s, a party is %s", r.Level, level)
	}
	if len(r.Reasons) > 0 != (r.Level > Nothing) || len(r.Reasons) > 0 && r.Reasons[0].Level != r.Level {
		t.Errorf("level %s, reasons %v", r.Level, r.Reasons)
	}
	for i := 1; i < len(r.Reasons); i++ {
		if r.Reasons[i].Level > r.Reasons[i-1].Level {
			t.Error("reasons are not in the order of their levels")
		}
	}
	if b, err := json.Marshal(r); err != nil || !json.Valid(b) {
		t.Errorf("JSON: %v", err)
	}
}

func name(names ...string) screening.Query { return screening.Query{Names: names} }

func party(r Role, q screening.Query) Party { return Party{Role: r, Query: q} }

func imo(number string) []lists.Identifier {
	return []lists.Identifier{{Type: lists.IMOShip, Value: number}}
}

// of returns the finding of a role.
func of(t testing.TB, r *Result, role Role) *Finding {
	t.Helper()
	for i := range r.Findings {
		if slices.Contains(r.Findings[i].Roles, role) {
			return &r.Findings[i]
		}
	}
	t.Fatalf("no finding for %s", role)
	return nil
}

var (
	clavel = Voyage{Ship: Vessel{name("CLAVEL")}, Parties: []Party{
		party(Operator, name("Islamic Republic of Iran Shipping Lines")), party(Master, name("Ali Danaei Kenarsari"))}}
	fortune = Voyage{Ship: Vessel{screening.Query{Names: []string{"FORTUNE"}, Identifiers: imo("9283746")}}, Parties: []Party{
		party(RegisteredOwner, name("NITC")), party(Master, name("Alireza Rahnavard")), party(Consignee, name("PDVSA"))}}
)

// TestClavel is the ship that is on no list, with a master and a line that are.
func TestClavel(t *testing.T) {
	onBoth(t, func(t *testing.T, s *screening.Screener) {
		r := ask(t, s, clavel)
		if f := of(t, r, Ship); f.Level != Nothing || len(f.Listed) > 0 {
			t.Errorf("CLAVEL is %s, not on no list", f.Level)
		}
		for role, id := range map[Role]string{Master: "29099", Operator: "25396"} {
			f := of(t, r, role)
			if f.Level != Strong || f.Listed[0].Hit.Entity.ID != id {
				t.Errorf("%s: %s, first %s; want strong %s", role, f.Level, f.Listed[0].Hit.Entity.ID, id)
			}
			if f.Listed[0].Hit.Level != screening.Probable {
				t.Errorf("%s: a name alone is %s to screening", role, f.Listed[0].Hit.Level)
			}
		}
		i := slices.IndexFunc(r.Connections, func(c Connection) bool { return c.Kind == Tie })
		if i < 0 {
			t.Fatal("the tie between master and line is not told")
		}
		c := &r.Connections[i]
		by, to := c.Path[0].Says()
		if !c.Raises || len(c.Path) != 1 || by.Entity.ID != "29099" || to.Entity.ID != "25396" || c.Path[0].Role != lists.LinkedTo {
			t.Errorf("tie: %+v", c)
		}
		if r.Level != Strong {
			t.Errorf("the voyage is %s", r.Level)
		}
	})
}

// TestFortune is four listed parties, each with its own programmes and measures.
func TestFortune(t *testing.T) {
	onBoth(t, func(t *testing.T, s *screening.Screener) { checkFortune(t, ask(t, s, fortune)) })
}

func checkFortune(t *testing.T, r *Result) {
	for role, want := range map[Role]struct{ id, programmes string }{
		Ship: {"15068", "IRAN"}, RegisteredOwner: {"15117", "IRAN SDGT IFSR IFCA"}, Master: {"29102", "IRAN"}, Consignee: {"26367", "VENEZUELA-EO13850"},
	} {
		f := of(t, r, role)
		if len(f.Listed) == 0 || f.Listed[0].Hit.Entity.ID != want.id {
			t.Errorf("%s: not %s first", role, want.id)
			continue
		}
		if got := strings.Join(f.Listed[0].Hit.Entity.Programmes(), " "); got != want.programmes {
			t.Errorf("%s: programmes %q, want %q", role, got, want.programmes)
		}
		told := map[string]bool{}
		for _, a := range r.Measures {
			for _, m := range a.Measures {
				if m.Role == role && m.Kind == lists.AssetFreeze && a.Authority == "OFAC" {
					told[m.Programme] = true
				}
			}
		}
		for _, p := range strings.Fields(want.programmes) {
			if !told[p] {
				t.Errorf("%s: no asset freeze under %s among the measures", role, p)
			}
		}
	}
	for role, want := range map[Role]Level{Ship: Strong, RegisteredOwner: Strong, Master: Strong, Consignee: Probable} {
		if f := of(t, r, role); f.Level != want {
			t.Errorf("%s: %s, want %s: a name that nothing ties to the voyage stays probable", role, f.Level, want)
		}
	}
}

// TestOrderIsFree holds that the order of parties changes nothing but the places
// that the fields name.
func TestOrderIsFree(t *testing.T) {
	s := excerpt(t)
	levels := func(v Voyage) []string {
		var out []string
		for _, role := range ask(t, s, v).Roles {
			out = append(out, string(role.Role)+" "+role.Level.String()+" "+role.Because)
		}
		return out
	}
	back := fortune
	back.Parties = slices.Clone(back.Parties)
	slices.Reverse(back.Parties)
	a, b := levels(fortune), levels(back)
	for i := range a { // a tie is told from the side that comes first
		a[i], _, _ = strings.Cut(a[i], ", and a tie")
		b[i], _, _ = strings.Cut(b[i], ", and a tie")
	}
	if !reflect.DeepEqual(a, b) {
		t.Errorf("parties in another order:\n%q\n%q", a, b)
	}
}

// TestSameAgain holds that the same voyage gives the same bytes, from many
// goroutines, and is not written to.
func TestSameAgain(t *testing.T) {
	s := excerpt(t)
	v := fortune
	v.Cargo = "35,000 MT GASOLINE PER MT FOREST, SHIPPER NIOC"
	v.Flag = []string{"Iran"}
	before, _ := json.Marshal(v)
	want, err := json.Marshal(ask(t, s, v))
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			r, err := Screen(s, v)
			if err != nil {
				t.Error(err)
				return
			}
			if got, err := json.Marshal(r); err != nil || string(got) != string(want) {
				t.Errorf("another answer (%v)", err)
			}
		})
	}
	wait.Wait()
	if after, _ := json.Marshal(v); string(after) != string(before) {
		t.Error("the voyage was written to")
	}
}

// TestRoles holds that every role is read by its own word and by its others, and
// that Roles names each once.
func TestRoles(t *testing.T) {
	seen := map[string]Role{}
	for i := range roles {
		for _, w := range append(strings.Split(roles[i].also, "|"), string(roles[i].role)) {
			if w == "" {
				continue
			}
			if other, ok := seen[w]; ok {
				t.Errorf("%q is %s and %s", w, other, roles[i].role)
			}
			seen[w] = roles[i].role
			for _, form := range []string{w, strings.ToUpper(w), strings.ReplaceAll(w, " ", "_")} {
				if got, err := ParseRole(form); err != nil || got != roles[i].role {
					t.Errorf("ParseRole(%q) = %q, %v; want %q", form, got, err, roles[i].role)
				}
			}
		}
	}
	for _, w := range []string{"", " ", "s", "stowaway", strings.Repeat("owner", 50)} {
		if _, err := ParseRole(w); !errors.Is(err, ErrRole) {
			t.Errorf("ParseRole(%q): %v", w, err)
		}
	}
}

// TestWords are the words of a reason, and of a place that is none.
func TestWords(t *testing.T) {
	x := Reason{Level: Probable, Field: "parties[2]", Role: Master, Finding: 3, Says: "a sentence"}
	if got := x.String(); got != "probable: parties[2]: a sentence" {
		t.Errorf("%q", got)
	}
	if got := (&Place{}).Name(); got != "" {
		t.Errorf("the zero Place is called %q", got)
	}
}

// TestPortNamesBound holds that ports whose names are not looked for are told of.
func TestPortNamesBound(t *testing.T) {
	ports := make([]Port, maxPortNames+3)
	for i := range ports {
		ports[i].Name = "Rotterdam"
	}
	ports[1].Name = strings.Repeat("Rotterdam ", 40)
	var said []string
	for _, w := range readTexts(nil, &Voyage{Ports: ports}).warnings {
		said = append(said, w.Error())
	}
	if len(said) != 2 || !strings.Contains(said[0], "ports[1]") || !strings.Contains(said[1], "more than 64 ports") {
		t.Errorf("%q", said)
	}
	if w := readTexts(nil, &Voyage{Ports: ports[2:10]}).warnings; len(w) != 0 {
		t.Errorf("%v", w)
	}
}
