package screening_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/screening"
)

func toJSON(t testing.TB, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestCompareOfNoList judges a party that stands on no list.
func TestCompareOfNoList(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t))
	h, err := s.Compare(vessel("Quiet Harbour"), ownShip())
	if err != nil {
		t.Fatal(err)
	}
	if h.Score != 900 || h.Source == nil || h.Source.Name != "" {
		t.Errorf("score %s, source %+v", h.Score, h.Source)
	}
	var b bytes.Buffer
	if err := h.Explain(&b); err != nil || !strings.Contains(b.String(), "S1, vessel") {
		t.Errorf("%v: %s", err, b.String())
	}
	for _, tt := range []struct {
		query  screening.Query
		reason string
	}{
		{person("Quiet Harbour"), "another kind"},
		{vessel("Zanzibar Express"), "nothing alike"},
	} {
		h, err := s.Compare(tt.query, ownShip())
		if err != nil || len(h.Steps) != 0 || h.Score != 0 || h.Level != screening.Near {
			t.Errorf("%v, %+v: %s", err, h, tt.reason)
		}
		b.Reset()
		if err := h.Explain(&b); err != nil || !strings.Contains(b.String(), "nothing agrees") {
			t.Errorf("%v: %q: %s", err, b.String(), tt.reason)
		}
	}
}
