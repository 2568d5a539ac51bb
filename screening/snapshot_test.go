package screening_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/ofac"
	"github.com/seed-539c57aa/pratique/screening"
)

func snapshotOf(t testing.TB, s *screening.Screener) []byte {
	t.Helper()
	var b bytes.Buffer
	n, err := s.WriteTo(&b)
	if err != nil || n != int64(b.Len()) {
		t.Fatalf("%d bytes of %d: %v", n, b.Len(), err)
	}
	return b.Bytes()
}

var excerptSnapshot = sync.OnceValue(func() []byte {
	l, err := ofac.ParseCSV(os.DirFS("../testdata/ofac-excerpt"))
	if err != nil {
		panic(err)
	}
	s, err := screening.New(screening.DefaultPolicy(), l)
	if err != nil {
		panic(err)
	}
	var b bytes.Buffer
	if _, err := s.WriteTo(&b); err != nil {
		panic(err)
	}
	return b.Bytes()
})

// TestSnapshot holds that a Screener from a snapshot answers as the one that wrote
// it, to the byte, and writes the same snapshot.
func TestSnapshot(t *testing.T) {
	sets := map[string][]*lists.List{"excerpt": {excerptList(t)}, "excerpt and another": {excerptList(t), oneShipList()}}
	if !testing.Short() {
		if l, err := ofac.ParseCSV(os.DirFS("../../shared/lists/ofac/2021-07")); err == nil {
			sets["2021-07"] = []*lists.List{l}
		}
	}
	for name, ls := range sets {
		t.Run(name, func(t *testing.T) {
			s := newScreener(t, screening.DefaultPolicy(), ls...)
			b := snapshotOf(t, s)
			if !bytes.Equal(b, snapshotOf(t, newScreener(t, screening.DefaultPolicy(), ls...))) {
				t.Error("two snapshots of one list differ")
			}
			r := bytes.NewReader(append(b, "more"...))
			back, err := screening.ReadFrom(r, screening.DefaultPolicy())
			if err != nil {
				t.Fatal(err)
			}
			if rest, _ := io.ReadAll(r); string(rest) != "more" {
				t.Errorf("what follows the snapshot is %q", rest)
			}
			if !bytes.Equal(b, snapshotOf(t, back)) {
				t.Error("read and written again it differs")
			}
			hits := 0
			for _, q := range mutatedQueries(ls[0], 300) {
				q.Near = len(q.Names) % 2 * 3
				want, got := screen(t, s, q), screen(t, back, q)
				w, _ := json.Marshal(want)
				g, _ := json.Marshal(got)
				if !bytes.Equal(w, g) {
					t.Fatalf("%+v: %s\nfrom a snapshot %s", q, w, g)
				}
				for i := range want.Hits {
					hits++
					x, y := want.Hits[i].Related(1), got.Hits[i].Related(1)
					if len(x) != len(y) {
						t.Errorf("%+v: %d relations, from a snapshot %d", q, len(x), len(y))
					}
				}
			}
			if hits == 0 {
				t.Error("no hit: the queries test too little")
			}
			t.Logf("%d bytes, %d hits", len(b), hits)
		})
	}
}

func oneShipList() *lists.List {
	l := &lists.List{Entities: []lists.Entity{*ownShip()}}
	l.Source.Name, l.Source.Entities = "own", 1
	return l
}

// TestSnapshotRefused holds that what is no snapshot, or not this one, is a clear
// error.
func TestSnapshotRefused(t *testing.T) {
	good := excerptSnapshot()
	other := screening.DefaultPolicy()
	other.Threshold++
	engine := bytes.Replace(good, []byte("Unicode "), []byte("Unicodf "), 1)
	for _, tt := range []struct {
		reason string
		data   []byte
		policy screening.Policy
		want   error
		text   string
	}{
		{"empty", nil, screening.DefaultPolicy(), screening.ErrSnapshotBroken, "it ends within its head"},
		{"another file", []byte(strings.Repeat("15036,\"ARTAVIL\",-0-\n", 9)), screening.DefaultPolicy(), screening.ErrSnapshot, "does not begin as one"},
		{"cut short", good[:len(good)-1], screening.DefaultPolicy(), screening.ErrSnapshotBroken, "ends within the head of a part"},
		{"cut in half", good[:len(good)/2], screening.DefaultPolicy(), screening.ErrSnapshotBroken, "ends within a part"},
		{"another engine, with another sum", engine, screening.DefaultPolicy(), screening.ErrSnapshotBroken, "has another sum"},
		{"another policy", good, other, screening.ErrSnapshotPolicy, "policy"},
		{"a void policy", good, screening.Policy{}, screening.ErrSnapshotPolicy, "policy"},
	} {
		s, err := screening.ReadFrom(bytes.NewReader(tt.data), tt.policy)
		if s != nil || !errors.Is(err, tt.want) || !errors.Is(err, screening.ErrSnapshot) || !strings.Contains(err.Error(), tt.text) {
			t.Errorf("%s: %v", tt.reason, err)
		}
	}
	if _, err := screening.ReadFrom(failingReader{}, screening.DefaultPolicy()); !errors.Is(err, errDisk) || errors.Is(err, screening.ErrSnapshot) {
		t.Errorf("a reader that fails: %v", err)
	}
}

var errDisk = errors.New("disk on fire")

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, errDisk }

// TestSnapshotAltered flips bits all over a snapshot, and cuts it, and wants an error
// each time.
func TestSnapshotAltered(t *testing.T) {
	good := excerptSnapshot()
	r := rand.New(rand.NewPCG(1, 2))
	n := 400
	if testing.Short() {
		n = 50
	}
	for range n {
		at := r.IntN(len(good))
		bad := bytes.Clone(good)
		bad[at] ^= 1 << r.IntN(8)
		if _, err := screening.ReadFrom(bytes.NewReader(bad), screening.DefaultPolicy()); !errors.Is(err, screening.ErrSnapshot) {
			t.Errorf("byte %d altered: %v", at, err)
		}
		if _, err := screening.ReadFrom(bytes.NewReader(good[:at]), screening.DefaultPolicy()); !errors.Is(err, screening.ErrSnapshotBroken) {
			t.Errorf("cut at %d: %v", at, err)
		}
	}
}

// FuzzReadFrom holds that no file makes ReadFrom panic, or gives a Screener that
// does: the sums of the parts are made right, so that what they hold is read.
func FuzzReadFrom(f *testing.F) {
	good := excerptSnapshot()
	f.Add(0, byte(1))
	for at := 64; at < len(good); at += len(good) / 40 {
		f.Add(at, byte(at))
	}
	f.Fuzz(func(t *testing.T, at int, x byte) {
		bad := bytes.Clone(good)
		if at < 0 || at >= len(bad) {
			return
		}
		bad[at] ^= x
		mend(bad)
		s, err := screening.ReadFrom(bytes.NewReader(bad), screening.DefaultPolicy())
		if err != nil {
			return
		}
		for _, q := range []screening.Query{{Names: []string{"FORTUNE"}}, {Names: []string{"Ali Danaei Kenarsari"}, Kind: lists.Person}, {Names: []string{"National Iranian Tanker Co"}}} {
			if _, err := s.Screen(q); err != nil {
				t.Errorf("%+v: %v", q, err)
			}
		}
	})
}

func BenchmarkReadFrom(b *testing.B) {
	l, err := ofac.ParseCSV(os.DirFS("../../shared/lists/ofac/2021-07"))
	if err != nil {
		b.Skip("no OFAC list of 2021-07 beside this checkout")
	}
	s, err := screening.New(screening.DefaultPolicy(), l)
	if err != nil {
		b.Fatal(err)
	}
	data := snapshotOf(b, s)
	s, l = nil, nil
	runtime.GC()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := screening.ReadFrom(bytes.NewReader(data), screening.DefaultPolicy()); err != nil {
			b.Fatal(err)
		}
	}
}
