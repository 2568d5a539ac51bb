package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// ErrPacked is wrapped by the errors of Read.
var ErrPacked = errors.New("not a packed index")

// AppendBinary appends the index in a form that Read reads. It is that of this
// version of the tables of package matcher. The error is nil.
func (x *Index) AppendBinary(dst []byte) ([]byte, error) {
	w := &packer{dst}
	w.number(x.n)
	w.number(len(x.rows))
	for _, r := range x.rows {
		w.number(int(r.name))
		w.number(int(r.from))
	}
	w.number(len(x.held))
	for _, h := range x.held {
		w.number(int(h.word))
	}
	for _, h := range x.held {
		v := h.weight
		w.dst = append(binary.LittleEndian.AppendUint16(w.dst, uint16(v)), byte(h.part))
	}
	v := &x.words
	w.number(len(v.words))
	for i := range v.words {
		w.number(int(v.words[i].weight))
	}
	ts := make([]*names.Token, len(v.words))
	for i := range v.words {
		ts[i] = v.words[i].token
	}
	w.text(string(names.AppendTokens(nil, ts)))
	w.postings(&v.in)
	w.keyed(&v.keys)
	w.voices(v.sounds)
	w.voices(v.lone)
	w.number(len(v.slips.all))
	for _, s := range v.slips.all {
		w.number(int(s.word))
		w.number(int(s.from))
		w.number(int(s.n))
	}
	w.text(v.slips.texts)
	w.keyed(&v.slips.pieces)
	w.number(len(x.joins.joins))
	for _, j := range x.joins.joins {
		w.number(int(j.row))
		w.dst = append(w.dst, j.at, j.n)
		for _, n := range [...]int16{j.weight, j.words, j.other} {
			w.dst = binary.LittleEndian.AppendUint16(w.dst, uint16(n))
		}
	}
	w.postings(&x.joins.in)
	w.keyed(&x.joins.keys)
	w.number(len(x.joins.sounds))
	for i := range x.joins.sounds {
		h := &x.joins.sounds[i]
		w.number(int(h.first))
		w.number(h.from)
		w.dst, _ = h.set.AppendBinary(w.dst)
	}
	w.keyed(&x.exact)
	w.keyed(&x.cut)
	w.keyed(&x.whole)
	pack32(w, x.lengths)
	return w.dst, nil
}

type packer struct{ dst []byte }

func (w *packer) number(n int) { w.dst = binary.LittleEndian.AppendUint32(w.dst, uint32(n)) }

func (w *packer) text(s string) {
	w.number(len(s))
	w.dst = append(w.dst, s...)
}

func pack32[T int32 | uint32](w *packer, ns []T) {
	w.number(len(ns))
	for _, n := range ns {
		w.dst = binary.LittleEndian.AppendUint32(w.dst, uint32(n))
	}
}

func (w *packer) postings(p *postings) {
	pack32(w, p.from)
	pack32(w, p.rows)
}

func (w *packer) keyed(k *keyed) {
	w.number(len(k.pairs))
	for _, p := range k.pairs {
		w.number(int(p.hash))
		w.number(int(p.id))
	}
}

func (w *packer) voices(vs []voiced) {
	w.number(len(vs))
	for i := range vs {
		w.number(int(vs[i].script))
		w.number(vs[i].from)
		w.dst, _ = vs[i].set.AppendBinary(w.dst)
	}
}

// Read reads an index that AppendBinary has written, of names that p reads. src may
// hold anything: what is no index is an error that wraps ErrPacked.
func Read(p *names.Profile, src []byte) (*Index, error) {
	r := &reader{src: src}
	x := &Index{profile: p, memo: &memo{}, pool: &sync.Pool{}}
	x.n = r.number()
	x.rows = make([]row, r.count(8))
	for i := range x.rows {
		x.rows[i] = row{int32(r.number()), int32(r.number())}
	}
	x.held = make([]held, r.count(7))
	for i := range x.held {
		x.held[i].word = int32(r.number())
	}
	for i := range x.held {
		x.held[i].weight, x.held[i].part = int16(r.half()), names.Part(r.byte())
	}
	weights := read32[int32](r)
	ts, rest, err := names.ReadTokens(r.text())
	if err != nil || rest != "" || len(ts) != len(weights) || x.n < 0 || r.bad {
		return nil, r.fail("its words")
	}
	v := &x.words
	v.words = make([]word, len(ts))
	for i := range ts {
		v.words[i] = newWord(&ts[i], matcher.Score(weights[i]))
	}
	rows := len(x.rows) - 1
	v.in = r.postings(len(v.words), rows)
	v.keys = r.keyed(len(v.words))
	v.sounds = r.voices(len(v.words))
	v.lone = r.voices(len(v.words))
	v.slips.all = make([]slip, r.count(12))
	for i := range v.slips.all {
		v.slips.all[i] = slip{int32(r.number()), uint32(r.number()), uint8(r.number())}
	}
	v.slips.texts = r.text()
	for i := range v.slips.all {
		if s := &v.slips.all[i]; int(s.word) >= len(v.words) || s.word < 0 || uint64(s.from)+uint64(s.n) > uint64(len(v.slips.texts)) {
			return nil, r.fail("its readings")
		}
	}
	v.slips.pieces = r.keyed(len(v.slips.all))
	if r.bad || !x.whole32() {
		return nil, r.fail("its rows")
	}
	x.sum()
	v.slips.mark()
	j := &x.joins
	j.joins = make([]junction, r.count(12))
	for i := range j.joins {
		n := &j.joins[i]
		n.row, n.at, n.n = int32(r.number()), r.byte(), r.byte()
		n.weight, n.words, n.other = int16(r.half()), int16(r.half()), int16(r.half())
		if n.row < 0 || int(n.row) >= rows || n.n < 2 || int(n.n) > matcher.JoinedTokens || x.rows[n.row].from+int32(n.at)+int32(n.n) > x.rows[n.row+1].from {
			return nil, r.fail("its joins")
		}
	}
	j.in = r.postings(len(j.joins), rows)
	j.keys = r.keyed(len(j.joins))
	j.sounds = make([]heard, r.count(8))
	for i := range j.sounds {
		h := &j.sounds[i]
		h.first, h.from = int32(r.number()), r.number()
		if h.first < 0 || int(h.first) >= len(j.joins) {
			return nil, r.fail("its joins")
		}
		h.like = matcher.MakeJoin(x.run(nil, &j.joins[h.first]))
		h.set = r.sounds(len(j.joins))
	}
	x.exact, x.cut, x.whole = r.keyed(x.n), r.keyed(x.n), r.keyed(x.n)
	x.lengths = read32[int32](r)
	if r.bad || len(r.src) > 0 || !slices.IsSorted(x.lengths) || !within(x.lengths, 1<<30) {
		return nil, r.fail("its keys")
	}
	return x, nil
}

// whole32 reports whether the rows and the words that they hold fit one another.
func (x *Index) whole32() bool {
	if len(x.rows) == 0 {
		return false
	}
	for _, h := range x.held {
		if h.word < 0 || int(h.word) >= len(x.words.words) {
			return false
		}
	}
	last := int32(0)
	for i := range x.rows {
		r := &x.rows[i]
		if r.from < last || i > 0 && i+1 < len(x.rows) && r.name < x.rows[i-1].name || int(r.from) > len(x.held) || r.from-last > matcher.AlignedTokens || r.name < 0 || i+1 < len(x.rows) && int(r.name) >= x.n {
			return false
		}
		last = r.from
	}
	return int(last) == len(x.held)
}

func within(ns []int32, most int) bool {
	for _, n := range ns {
		if n < 0 || int(n) >= most {
			return false
		}
	}
	return true
}

// reader reads from the head of src; bad is set where that is not what was written.
type reader struct {
	src []byte
	bad bool
}

func (r *reader) fail(what string) error {
	return fmt.Errorf("index: %w: %s are not in order", ErrPacked, what)
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.src) {
		r.bad, r.src = true, nil
		return make([]byte, 8)
	}
	b := r.src[:n]
	r.src = r.src[n:]
	return b
}

func (r *reader) number() int {
	b := r.take(4)
	return int(int32(binary.LittleEndian.Uint32(b)))
}

func (r *reader) half() uint16 { return binary.LittleEndian.Uint16(r.take(2)) }

func (r *reader) byte() byte { return r.take(1)[0] }

// count reads how many things follow of so many bytes each, at the least.
func (r *reader) count(size int) int {
	n := r.number()
	if n < 0 || n > len(r.src)/size {
		r.bad, r.src = true, nil
		return 0
	}
	return n
}

func (r *reader) text() string { return string(r.take(r.count(1))) }

func read32[T int32 | uint32](r *reader) []T {
	n := r.count(4)
	b := r.take(4 * n)
	if n == 0 {
		return nil
	}
	out := make([]T, n)
	for i := range out {
		out[i] = T(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out
}

func (r *reader) postings(lists, rows int) postings {
	p := postings{from: read32[int32](r), rows: read32[int32](r)}
	if len(p.from) != lists+1 || !slices.IsSorted(p.from) || p.from[0] < 0 || int(p.from[lists]) > len(p.rows) || !within(p.rows, rows) {
		r.bad = true
	}
	return p
}

func (r *reader) keyed(ids int) keyed {
	n := r.count(8)
	b := r.take(8 * n)
	pairs := make([]hashed, n)
	last := uint32(0)
	for i := range pairs {
		h, id := binary.LittleEndian.Uint32(b[8*i:]), binary.LittleEndian.Uint32(b[8*i+4:])
		pairs[i] = hashed{h, int32(id)}
		if h < last || int64(id) >= int64(ids) {
			r.bad = true
			return keyed{}
		}
		last = h
	}
	return keyedOf(pairs)
}

func (r *reader) sounds(ids int) *matcher.Sounds {
	t, rest, err := matcher.ReadSounds(r.src, ids)
	if err != nil {
		r.bad, r.src = true, nil
		return nil
	}
	r.src = rest
	return t
}

func (r *reader) voices(words int) []voiced {
	vs := make([]voiced, r.count(8))
	for i := range vs {
		vs[i].script, vs[i].from = names.Script(r.number()), r.number()
		vs[i].set = r.sounds(words)
	}
	return vs
}
