package lists

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// pack returns the binary form of l.
func pack(t testing.TB, l *List) string {
	t.Helper()
	b, err := l.AppendBinary(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// sameErrors compares errors by their words and by those of the errors that they wrap.
var sameErrors = cmp.Comparer(func(a, b error) bool { return tree(a) == tree(b) })

func tree(err error) string {
	if err == nil {
		return "none"
	}
	s := fmt.Sprintf("%q", err.Error())
	if inner := errors.Unwrap(err); inner != nil {
		s += " wraps " + tree(inner)
	}
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range several.Unwrap() {
			s += " wraps also (" + tree(e) + ")"
		}
	}
	return s
}

// comesBack fails the test where l is not what comes back of its binary form, or where that of what comes back is another.
func comesBack(t *testing.T, l *List) {
	t.Helper()
	data := pack(t, l)
	got, err := DecodeBinary(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(l, got, cmp.FilterPath(notProblem, sameErrors)); diff != "" {
		t.Fatalf("what comes back differs:\n%s", diff)
	}
	if again := pack(t, got); again != data {
		t.Fatalf("the binary form of what came back differs from the first at byte %d", differ(again, data))
	}
}

// notProblem keeps sameErrors from pointers to Problems, which are errors too.
func notProblem(p cmp.Path) bool { return p.Last().Type() == reflect.TypeFor[error]() }

func differ(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// filler gives every field that can be reached from a value another content. With only set, it gives one to that leaf
// alone, and pointers and slices on the way to it.
type filler struct {
	leaves int
	only   int // counted from 1; zero fills all
	path   string
}

func (f *filler) leaf(v reflect.Value, path string, set func()) {
	if f.leaves++; f.only == 0 || f.only == f.leaves {
		set()
		f.path = path
	}
}

func (f *filler) fill(t testing.TB, v reflect.Value, path string) {
	number := func() int64 { return int64(f.leaves) }
	switch {
	case v.Type() == reflect.TypeFor[time.Time]():
		f.leaf(v, path, func() { v.Set(reflect.ValueOf(time.Unix(number(), 7).UTC())) })
		return
	case v.Type() == reflect.TypeFor[error]():
		f.leaf(v, path, func() { v.Set(reflect.ValueOf(fmt.Errorf("reason %d: %w", number(), ErrDate))) })
		return
	}
	switch v.Kind() {
	case reflect.String:
		f.leaf(v, path, func() { v.SetString(fmt.Sprint("text ", number())) })
	case reflect.Bool:
		f.leaf(v, path, func() { v.SetBool(true) })
	case reflect.Int, reflect.Int16, reflect.Int32, reflect.Int64:
		f.leaf(v, path, func() { v.SetInt(-number()) })
	case reflect.Uint8:
		f.leaf(v, path, func() { v.SetUint(uint64(1 + number()%255)) })
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(t, v.Elem(), path)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			f.fill(t, v.Index(i), fmt.Sprintf("%s[%d]", path, i))
		}
	case reflect.Array:
		for i := range v.Len() {
			f.fill(t, v.Index(i), fmt.Sprintf("%s[%d]", path, i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !v.Type().Field(i).IsExported() {
				t.Fatalf("%s.%s is not exported: this test does not reach it", path, v.Type().Field(i).Name)
			}
			f.fill(t, v.Field(i), path+"."+v.Type().Field(i).Name)
		}
	default:
		t.Fatalf("%s is a %v, which this test does not know", path, v.Type())
	}
}

// TestBinaryFields fails for a field of the model that the binary form leaves out: every one comes back where all are
// set, and where it alone is.
func TestBinaryFields(t *testing.T) {
	all := &List{}
	f := &filler{}
	f.fill(t, reflect.ValueOf(all).Elem(), "List")
	comesBack(t, all)
	if f.leaves < 500 {
		t.Errorf("only %d fields", f.leaves)
	}
	for i := range f.leaves {
		l, f := &List{}, &filler{only: i + 1}
		f.fill(t, reflect.ValueOf(l).Elem(), "List")
		if !t.Run(f.path, func(t *testing.T) { comesBack(t, l) }) {
			return
		}
	}
}

func TestBinaryValues(t *testing.T) {
	one := func(e Entity) *List { return &List{Entities: []Entity{e}} }
	deep := ErrDate
	for i := range maxReasonDepth - 1 {
		deep = fmt.Errorf("level %d: %w", i, deep)
	}
	for _, tt := range []struct {
		reason string
		list   *List
	}{
		{"nothing at all", &List{}},
		{"an empty entity", one(Entity{})},
		{"bytes that are no UTF-8, a NUL, a text longer than a mask", one(Entity{ID: "\xff\x00", Titles: []string{"", strings.Repeat("x", 1<<16), "\xff\x00"}})},
		{"the greatest numbers", one(Entity{Kind: 255, Pos: Position{Line: math.MaxInt, Column: math.MinInt},
			Vessel:    &VesselDetails{Beam: Quantity{Value: math.MinInt64}},
			Relations: []Relation{{Share: Share{Min: math.MinInt32, Max: math.MaxInt32}}, {Share: Share{Known: true}}},
			Dates:     []Date{{From: Day{Year: math.MinInt16, Month: 255, Day: 255}, To: Day{Year: math.MaxInt16}}}})},
		{"empty particulars, which are not none", one(Entity{Vessel: &VesselDetails{}, Aircraft: &AircraftDetails{}})},
		{"slices of nothing but zeros", one(Entity{Names: make([]Name, 3), Measures: make([]Measure, 2), Flags: make([]Country, 1), Remarks: make([]Remark, 2),
			Dates: make([]Date, 2), Addresses: make([]Address, 2), Contacts: make([]Contact, 1), References: make([]Reference, 1), Titles: make([]string, 4)})},
		{"no problem among problems", &List{Problems: []*Problem{nil, {Field: "f"}, nil, {}}}},
		{"reasons: one of the model, one of several, one without words", &List{Problems: []*Problem{
			{Err: ErrDate}, {Err: fmt.Errorf("%w and %w", ErrFormat, fmt.Errorf("of %w", ErrStation))}, {Err: errors.Join(errors.New(""))}}}},
		{"a reason with as many levels as are kept", &List{Problems: []*Problem{{Err: deep}}}},
		{"a day of publication in a zone", &List{Source: Source{Published: time.Date(2022, 2, 24, 6, 0, 0, 1, time.FixedZone("MSK", 3*3600))}}},
		{"the first instant in a zone", &List{Source: Source{Published: time.Time{}.In(time.FixedZone("", -1))}}},
		{"an instant before the years of the calendar", &List{Source: Source{Published: time.Unix(-1<<40, 0).UTC()}}},
	} {
		t.Run(tt.reason, func(t *testing.T) { comesBack(t, tt.list) })
	}
}

// TestBinaryReasons asks what came back for the reasons that it had.
func TestBinaryReasons(t *testing.T) {
	declared := errors.New("stray quote") // as a publisher's package declares its own
	many := make([]error, 100)
	for i := range many {
		many[i] = fmt.Errorf("error %d", i)
	}
	deep := declared
	for range 40 {
		deep = fmt.Errorf("%w.", deep)
	}
	l := &List{Problems: []*Problem{
		{Err: fmt.Errorf("column 3: %w", declared)}, {Err: ErrCheckDigit}, {Err: errors.Join(ErrFormat, declared)}, {Err: errors.Join(many...)}, {Err: deep},
	}}
	got, err := DecodeBinary(pack(t, l))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		problem int
		target  error
		want    bool
		reason  string
	}{
		{0, declared, true, "wrapped by fmt.Errorf"},
		{0, ErrFormat, false, "another one"},
		{1, ErrCheckDigit, true, "itself"},
		{1, fmt.Errorf("check digit"), false, "only some of the words"},
		{2, ErrFormat, true, "the first of two"},
		{2, declared, true, "the second of two"},
		{3, many[maxReasons-2], true, "the last one that is kept"},
		{3, many[maxReasons], false, "beyond what is kept"},
		{4, declared, false, "deeper than what is kept"},
	} {
		if is := errors.Is(got.Problems[tt.problem], tt.target); is != tt.want {
			t.Errorf("problem %d is %q: %v: %s", tt.problem, tt.target, is, tt.reason)
		}
	}
	for i, p := range got.Problems {
		if p.Error() != l.Problems[i].Error() {
			t.Errorf("problem %d says %q, not %q", i, p, l.Problems[i])
		}
	}
}

// TestBinaryShares looks for equal slices that do not share their memory, and for slices that an append would write into.
func TestBinaryShares(t *testing.T) {
	e := func(id string) Entity {
		return Entity{ID: id, Measures: []Measure{{Programme: "P", Kinds: []MeasureKind{AssetFreeze}}, {Programme: "Q", Kinds: []MeasureKind{AssetFreeze}}},
			Names: []Name{{Text: "A"}, {Text: "B " + id}}, Countries: []Country{{Text: "Iran", Code: "IR"}}}
	}
	got, err := DecodeBinary(pack(t, &List{Entities: []Entity{e("1"), e("2")}}))
	if err != nil {
		t.Fatal(err)
	}
	a, b := &got.Entities[0], &got.Entities[1]
	if &a.Measures[0] != &b.Measures[0] || &a.Countries[0] != &b.Countries[0] || &a.Measures[0].Kinds[0] != &a.Measures[1].Kinds[0] {
		t.Error("equal slices do not share their memory")
	}
	if cap(a.Names) != 2 || cap(a.Measures) != 2 || cap(a.Countries) != 1 {
		t.Errorf("capacities %d, %d, %d beyond the length", cap(a.Names), cap(a.Measures), cap(a.Countries))
	}
}

// TestBinaryBroken reads what AppendBinary does not write.
func TestBinaryBroken(t *testing.T) {
	l := &List{}
	new(filler).fill(t, reflect.ValueOf(l).Elem(), "List")
	data := pack(t, l)
	for n := range len(data) {
		if got, err := DecodeBinary(data[:n]); !errors.Is(err, ErrBinary) || got != nil {
			t.Fatalf("the first %d of %d bytes: %v", n, len(data), err)
		}
	}
	for _, tt := range []struct{ data, want, reason string }{
		{"", "byte 0: ends too early", "no byte"},
		{"\x02", "byte 0: format 2, not 1", "another format"},
		{data + "\x00", fmt.Sprintf("byte %d: more bytes behind the end", len(data)), "one byte more"},
		{"\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "more elements than bytes", "a table of 2^64-1 texts"},
		{"\x01\x80\x80\x80\x80\x80\x80\x80\x80\x80\x02", "byte 1: a number has more than 64 bits", "a number of 65 bits"},
		{"\x01\x00\x02\x01\x00\x00\x00\x00", "more slices than elements", "two slices of one element"},
	} {
		got, err := DecodeBinary(tt.data)
		if !errors.Is(err, ErrBinary) || got != nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.reason, err, tt.want)
		}
	}
}

// TestBinaryRoom announces of every sort as many elements as the bytes that follow can hold, and looks at what the reader
// allocates before it sees that they are not there.
func TestBinaryRoom(t *testing.T) {
	const size = 1 << 16
	filling := strings.Repeat("\x80", size) // no number ends in it
	long := func(n int) string { return string(binary.AppendUvarint(nil, uint64(n))) }
	start := string(rune(packFormat))
	datas := map[string]string{"texts": start + long(size) + filling}
	for i, least := range [...]int{1, 1, 3, 2, 3, 3} {
		datas[fmt.Sprint("table ", i)] = start + "\x00" + strings.Repeat("\x00\x00", i) + "\x01" + long(size/least) + filling
		datas[fmt.Sprint("slices of table ", i)] = start + "\x00" + strings.Repeat("\x00\x00", i) + long(size/2) + long(size/max(least, 2)) + filling
	}
	for i, c := range new(counts).all() {
		before := strings.Repeat("\x00", 1+2*6+i)
		after := strings.Repeat("\x00", 12-i)
		datas[fmt.Sprint("elements ", i)] = start + before + long(size/c.least) + after + filling
	}
	for what, data := range datas {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := DecodeBinary(data)
		runtime.ReadMemStats(&after)
		got := int(after.TotalAlloc-before.TotalAlloc) / len(data)
		if err == nil || got > 170 {
			t.Errorf("%s: %d bytes allocated for every byte of data, error %v", what, got, err)
		}
		t.Logf("%s: %d, %v", what, got, err)
	}
}

// FuzzDecodeBinary: no data panics or allocates beyond the bound, and what is read is written in a form that comes back.
func FuzzDecodeBinary(f *testing.F) {
	full := &List{}
	new(filler).fill(f, reflect.ValueOf(full).Elem(), "List")
	f.Add([]byte(pack(f, full)))
	f.Add([]byte(pack(f, &List{})))
	f.Add([]byte(pack(f, &List{Entities: []Entity{{ID: "1", Names: []Name{{Text: "A", Parts: []Part{{Given, "B"}}}, {Text: "A", Used: &Period{Until: Date{Circa: true, From: Day{Year: 2000}}}}},
		Flags: []Country{{Text: "Iran", Code: "IR", Role: Flag}}, Vessel: &VesselDetails{Owner: "A", OtherTypes: []string{"B"}}}},
		Problems: []*Problem{{Err: errors.Join(ErrDate, ErrFormat)}}})))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := DecodeBinary(string(data))
		if err != nil {
			if !errors.Is(err, ErrBinary) || l != nil {
				t.Fatalf("%v, and a list", err)
			}
			return
		}
		form := pack(t, l)
		again, err := DecodeBinary(form)
		if err != nil {
			t.Fatal(err)
		}
		if pack(t, again) != form {
			t.Fatal("the form of what came back differs")
		}
		l.Count()
	})
}
