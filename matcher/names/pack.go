package names

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon"
	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// This file writes and reads tokens outside their names: what an index keeps of
// the words of its names.

// ErrPacked is wrapped by the error of ReadTokens.
var ErrPacked = errors.New("not the form of AppendTokens")

// AppendTokens appends tokens in a form that ReadTokens reads: their letters, class,
// script and Word. What a token is to its own name, its part, flags and place, is
// left out. All letters stand first, one text after the other.
func AppendTokens(dst []byte, ts []*Token) []byte {
	readings, groups := 0, 0
	var texts []byte
	appendText := func(dst []byte, s string) []byte {
		texts = append(texts, s...)
		return binary.AppendUvarint(dst, uint64(len(s)))
	}
	var facts []byte
	for _, t := range ts {
		readings += len(t.word.Readings)
		groups += len(t.word.Groups)
	}
	for _, t := range ts {
		w := t.word
		maybe := byte(0)
		if w.MayBe {
			maybe = 1
		}
		facts = append(facts, byte(t.Class), byte(t.Script), byte(w.Family), byte(w.Grade), w.Common, maybe)
		facts = binary.LittleEndian.AppendUint32(facts, w.Mask)
		facts = binary.AppendUvarint(facts, uint64(w.Business))
		facts = appendText(facts, t.Text)
		if w.Original == t.Text {
			facts = append(facts, 0)
		} else {
			facts = appendText(append(facts, 1), w.Original)
		}
		facts = binary.AppendUvarint(facts, uint64(len(w.Readings)))
		for i := range w.Readings {
			r := &w.Readings[i]
			if r.Text == t.Text {
				facts = append(facts, 0)
			} else {
				facts = appendText(append(facts, 1), r.Text)
			}
			facts = append(appendText(facts, r.Sound), byte(r.Vowels))
		}
		facts = binary.AppendUvarint(facts, uint64(len(w.Groups)))
		for _, g := range w.Groups {
			facts = append(binary.AppendUvarint(facts, uint64(g.ID)), byte(g.Class))
		}
	}
	for _, n := range [...]int{len(ts), readings, groups, len(texts)} {
		dst = binary.AppendUvarint(dst, uint64(n))
	}
	return append(append(dst, texts...), facts...)
}

// ReadTokens reads the tokens at the head of src, of which they keep nothing, and
// returns what follows them. The error wraps ErrPacked: src may hold anything.
func ReadTokens(src string) (ts []Token, rest string, err error) {
	r := &unpacker{src: src}
	n, readings, groups, letters := r.count(16), r.count(3), r.count(2), r.count(1)
	if r.bad {
		return nil, "", fmt.Errorf("names: %w", ErrPacked)
	}
	r.texts, r.src = strings.Clone(r.src[:letters]), r.src[letters:]
	ts = make([]Token, n)
	words := make([]Word, n)
	rs := make([]Reading, readings)
	gs := make([]lexicon.NameGroup, groups)
	for i := range ts {
		t, w := &ts[i], &words[i]
		t.word = w
		t.Class, t.Script = Class(r.byte()), Script(r.byte())
		w.Family, w.Grade, w.Common, w.MayBe = lexicon.Family(r.byte()), lexicon.Grade(r.byte()), r.byte(), r.byte() == 1
		if t.Class > Filler || int(t.Script) >= script.Count {
			r.bad = true
			break
		}
		w.Mask = r.fixed()
		w.Business = uint16(r.number())
		t.Text = r.text()
		w.Original = t.Text
		if r.byte() == 1 {
			w.Original = r.text()
		}
		k := r.number()
		if k < 1 || k > uint64(len(rs)) {
			r.bad = true
			break
		}
		w.Readings, rs = rs[:k:k], rs[k:]
		for j := range w.Readings {
			x := &w.Readings[j]
			x.Text = t.Text
			if r.byte() == 1 {
				x.Text = r.text()
			}
			x.Sound, x.Vowels = r.text(), script.Vowels(r.byte())
		}
		k = r.number()
		if k > uint64(len(gs)) {
			r.bad = true
			break
		}
		if k > 0 {
			w.Groups, gs = gs[:k:k], gs[k:]
		}
		for j := range w.Groups {
			g := &w.Groups[j]
			g.ID, g.Class = uint16(r.number()), lexicon.NameRelation(r.byte())
		}
	}
	if r.bad {
		return nil, "", fmt.Errorf("names: %w", ErrPacked)
	}
	return ts, r.src, nil
}

// unpacker reads from the head of src; bad is set where that ends too soon.
type unpacker struct {
	src   string
	texts string // what is left of the letters
	bad   bool
}

func (r *unpacker) byte() byte {
	if r.src == "" {
		r.bad = true
		return 0
	}
	b := r.src[0]
	r.src = r.src[1:]
	return b
}

func (r *unpacker) number() (n uint64) {
	for shift := 0; shift < 64; shift += 7 {
		b := r.byte()
		n |= uint64(b&127) << shift
		if b < 128 {
			return n
		}
	}
	r.bad = true
	return 0
}

func (r *unpacker) fixed() (n uint32) {
	for shift := 0; shift < 32; shift += 8 {
		n |= uint32(r.byte()) << shift
	}
	return n
}

func (r *unpacker) text() string {
	n := r.number()
	if n > uint64(len(r.texts)) {
		r.bad = true
		return ""
	}
	s := r.texts[:n]
	r.texts = r.texts[n:]
	return s
}

// count reads the number of things that take so many bytes each, at the least.
func (r *unpacker) count(bytes int) int {
	n := r.number()
	if n > uint64(len(r.src)/bytes) {
		r.bad = true
		return 0
	}
	return int(n)
}
