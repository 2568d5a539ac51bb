package lists

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestKindText(t *testing.T) {
	for k := Unknown; k <= Aircraft; k++ {
		b, err := k.MarshalText()
		var again Kind = 99
		if err != nil || again.UnmarshalText(b) != nil || again != k {
			t.Errorf("%v is written %q and read %v", k, b, again)
		}
	}
	if s := Kind(99).String(); s != "kind(99)" {
		t.Errorf("an unknown kind prints %q", s)
	}
	for in, want := range map[string]Kind{
		"": Unknown, " any ": Unknown, "SHIP": Vessel, "Vessel": Vessel, "individual": Person, "Firm": Organization,
		"organisation": Organization, "entity": Organization, "AIRCRAFT": Aircraft,
	} {
		if k, err := ParseKind(in); err != nil || k != want {
			t.Errorf("ParseKind(%q) = %v, %v; want %v", in, k, err, want)
		}
	}
	if k, err := ParseKind("submarine"); err == nil || k != Unknown || !strings.Contains(err.Error(), "submarine") {
		t.Errorf("ParseKind(submarine) = %v, %v", k, err)
	}
	var k Kind
	if err := json.Unmarshal([]byte(`"submarine"`), &k); err == nil {
		t.Error("JSON with an unknown kind is read")
	}
}

func TestNameTypeText(t *testing.T) {
	for nt := Primary; nt <= WeakAlias; nt++ {
		b, err := nt.MarshalText()
		var again NameType = 99
		if err != nil || again.UnmarshalText(b) != nil || again != nt {
			t.Errorf("%v is written %q and read %v", nt, b, again)
		}
	}
	if s := NameType(99).String(); s != "nametype(99)" {
		t.Errorf("an unknown type prints %q", s)
	}
	var nt NameType
	if err := nt.UnmarshalText([]byte("pen name")); err == nil || !strings.Contains(err.Error(), "pen name") {
		t.Errorf("an unknown type is read: %v", err)
	}
}

func TestPrimaryName(t *testing.T) {
	for _, tt := range []struct {
		names  []Name
		want   string
		reason string
	}{
		{nil, "", "no name"},
		{[]Name{{Text: "A", Type: Alias}, {Text: "B", Type: Primary}, {Text: "C", Type: Primary}}, "B", "the first primary one"},
		{[]Name{{Text: "A", Type: Former}, {Text: "B", Type: Alias}}, "A", "no primary one: the first"},
	} {
		if got := (&Entity{Names: tt.names}).PrimaryName(); got != tt.want {
			t.Errorf("PrimaryName = %q, want %q: %s", got, tt.want, tt.reason)
		}
	}
}

func TestProgrammes(t *testing.T) {
	e := Entity{Measures: []Measure{{Programme: "IRAN"}, {}, {Programme: "SDGT"}, {Programme: "IRAN"}}}
	if got := e.Programmes(); !reflect.DeepEqual(got, []string{"IRAN", "SDGT"}) {
		t.Errorf("Programmes = %q", got)
	}
	if got := (&Entity{}).Programmes(); got != nil {
		t.Errorf("Programmes of no measures = %q", got)
	}
}

func TestParseQuantity(t *testing.T) {
	for _, tt := range []struct {
		in     string
		want   int64
		reason string
	}{
		{"35155", 35155, "plain"},
		{"35,155", 35155, "commas between thousands, as OFAC prints them"},
		{"1,035,155", 1035155, "two commas"},
		{"35 155", 35155, "blank"},
		{"35'155", 35155, "apostrophe, as in Switzerland"},
		{" 317,356 DWT", 317356, "unit"},
		{"333.5", 333, "the fraction is dropped"},
		{"12,5", 12, "a comma before no group of three"},
		{"12,3456", 12, "four digits are no group"},
		{"35, 155", 35, "a comma and a blank: a list of two"},
		{"007", 7, "zeros before"},
		{"0", 0, "a list's word for unknown"},
		{"", 0, "nothing"},
		{"tanker", 0, "no number"},
		{"GT 500", 0, "the number does not lead"},
		{"-5", 0, "nothing is negative"},
		{"4503599627370496", 1 << 52, "the greatest"},
		{"4503599627370497", 0, "greater"},
		{strings.Repeat("9", 1000), 0, "much greater"},
		{"1" + strings.Repeat(",000", 500), 0, "much greater, in groups"},
	} {
		got := ParseQuantity(tt.in)
		if got.Value != tt.want || got.Text != strings.TrimSpace(tt.in) {
			t.Errorf("ParseQuantity(%q) = %+v, want %d: %s", tt.in, got, tt.want, tt.reason)
		}
	}
}

// fill sets every field below v to something other than its zero value, each text another one.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Interface().(type) {
	case Kind:
		v.Set(reflect.ValueOf(Vessel))
		return
	case NameType:
		v.Set(reflect.ValueOf(Former))
		return
	case Day:
		v.Set(reflect.ValueOf(Day{int16(1900 + *n%100), uint8(*n%12 + 1), uint8(*n%28 + 1)}))
		return
	case time.Time:
		v.Set(reflect.ValueOf(time.Date(2024, 1, *n%28+1, 0, 0, 0, 0, time.UTC)))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), n)
		fill(v.Index(1), n)
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), n)
		}
	case reflect.String:
		v.SetString(fmt.Sprintf("text %d <é>", *n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(int64(*n))
	case reflect.Uint8:
		v.SetUint(uint64(*n%255 + 1))
	case reflect.Interface:
		v.Set(reflect.ValueOf(fmt.Errorf("reason %d", *n)))
	default:
		panic("fill knows no " + v.Type().String())
	}
}

// TestJSON holds that a List with every field of the model filled comes back from JSON as it was.
func TestJSON(t *testing.T) {
	var l, again List
	n := 0
	fill(reflect.ValueOf(&l).Elem(), &n)
	if n < 300 {
		t.Fatalf("only %d values filled", n)
	}
	b, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &again); err != nil {
		t.Fatal(err)
	}
	for i := range l.Problems { // errors come back as words
		if got, want := again.Problems[i].Error(), l.Problems[i].Error(); got != want {
			t.Errorf("problem %q came back as %q", want, got)
		}
		l.Problems[i].Err, again.Problems[i].Err = nil, nil
	}
	if !reflect.DeepEqual(l, again) {
		b2, _ := json.Marshal(again)
		t.Errorf("lost on the way:\n%s\n%s", b, b2)
	}
}

// TestJSONOfTheZeroEntity holds that silence takes no room: only what every entity has is written.
func TestJSONOfTheZeroEntity(t *testing.T) {
	b, err := json.Marshal(Entity{Names: []Name{{Text: "ADALYA"}}, Identifiers: []Identifier{{Type: IMOShip, Value: "9074729"}}})
	want := `{"id":"","kind":"unknown","names":[{"text":"ADALYA","type":"primary"}],"identifiers":[{"type":"imo","value":"9074729"}],"pos":{}}`
	if err != nil || string(b) != want {
		t.Errorf("%s, %v; want %s", b, err, want)
	}
	var e Entity
	if err := json.Unmarshal([]byte(want), &e); err != nil || e.PrimaryName() != "ADALYA" || e.Kind != Unknown {
		t.Errorf("%+v, %v", e, err)
	}
}

func TestProblemJSON(t *testing.T) {
	p := &Problem{Pos: Position{File: "sdn.csv", Line: 3}, Field: "DOB", Value: "soon", Err: fmt.Errorf("%w: %q", ErrDate, "soon")}
	b, err := json.Marshal(p)
	want := `{"pos":{"file":"sdn.csv","line":3},"field":"DOB","value":"soon","reason":"not a date: \"soon\""}`
	if err != nil || string(b) != want {
		t.Errorf("%s, %v; want %s", b, err, want)
	}
	var again Problem
	if err := json.Unmarshal(b, &again); err != nil || again.Error() != p.Error() || errors.Is(&again, ErrDate) {
		t.Errorf("%v, %v", &again, err)
	}
	if err := json.Unmarshal([]byte(`{"pos":1}`), &again); err == nil {
		t.Error("JSON of another shape is read")
	}
}
