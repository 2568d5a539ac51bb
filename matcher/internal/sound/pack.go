package sound

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// ErrPacked is wrapped by the error of ReadSet.
var ErrPacked = errors.New("not a packed set of sounds")

// AppendBinary appends the set in a form that ReadSet reads. The error is nil.
func (t *Set) AppendBinary(dst []byte) ([]byte, error) {
	dst = append(dst, byte(t.script), byte(t.vowels))
	for _, n := range [...]int{len(t.nodes), len(t.ids), len(t.tails)} {
		dst = binary.LittleEndian.AppendUint32(dst, uint32(n))
	}
	for i := range t.nodes {
		n := &t.nodes[i]
		dst = binary.LittleEndian.AppendUint64(dst, n.next)
		dst = binary.LittleEndian.AppendUint32(dst, n.at)
		dst = binary.LittleEndian.AppendUint32(dst, n.ids)
	}
	for _, id := range t.ids {
		dst = binary.LittleEndian.AppendUint32(dst, uint32(id))
	}
	return append(dst, t.tails...), nil
}

// ReadSet reads the set at the head of src, whose numbers are less than ids, and
// returns what follows it. src may hold anything: what is no set is an error that
// wraps ErrPacked.
func ReadSet(src []byte, ids int) (*Set, []byte, error) {
	const head, size = 14, 16
	if len(src) < head {
		return nil, nil, fmt.Errorf("sound: %w: it ends in its head", ErrPacked)
	}
	t := &Set{script: script.Script(src[0]), vowels: script.Vowels(src[1])}
	count := func(i int) uint64 { return uint64(binary.LittleEndian.Uint32(src[2+4*i:])) }
	nodes, numbers, tails := count(0), count(1), count(2)
	src = src[head:]
	if int(t.script) >= script.Count || t.vowels > script.VowelsNone || nodes*size+numbers*4+tails > uint64(len(src)) {
		return nil, nil, fmt.Errorf("sound: %w: %d nodes, %d numbers and %d phonemes in %d bytes", ErrPacked, nodes, numbers, tails, len(src))
	}
	t.nodes = make([]node, nodes)
	for i := range t.nodes {
		b := src[i*size : i*size+size]
		t.nodes[i] = node{binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint32(b[8:]), binary.LittleEndian.Uint32(b[12:])}
	}
	src = src[nodes*size:]
	t.ids = make([]int32, numbers)
	for i := range t.ids {
		t.ids[i] = int32(binary.LittleEndian.Uint32(src[i*4:]))
	}
	src = src[numbers*4:]
	t.tails = append([]uint8(nil), src[:tails]...)
	if !t.sound(ids) {
		return nil, nil, fmt.Errorf("sound: %w: it points beyond itself", ErrPacked)
	}
	return t, src[tails:], nil
}

// sound reports whether a search in the set ends and stays within it: children come
// after their parents, no path is longer than a key, and every list of numbers has
// an end.
func (t *Set) sound(ids int) bool {
	if n := len(t.ids); n > 0 && t.ids[n-1] >= 0 {
		return false
	}
	for _, id := range t.ids {
		if id < 0 {
			id = ^id
		}
		if int(id) >= ids {
			return false
		}
	}
	for _, x := range t.tails {
		if int(x) >= phonemeCount {
			return false
		}
	}
	depth := make([]uint8, len(t.nodes))
	for i := range t.nodes {
		n := &t.nodes[i]
		if uint64(n.numbers()) > uint64(len(t.ids)) || n.hard() > MaxPhonemes || n.heavy() > 2*mostWeight-2 || n.heavy()%2 != 0 {
			return false
		}
		if n.next&tail != 0 {
			left := n.next & phonemeBits
			if n.numbers() == 0 || uint64(n.at)+left > uint64(len(t.tails)) || uint64(depth[i])+left > MaxPhonemes {
				return false
			}
			continue
		}
		children := bits.OnesCount64(n.next & phonemeBits)
		if children > 0 && (int(n.at) <= i || uint64(n.at)+uint64(children) > uint64(len(t.nodes)) || depth[i] >= MaxPhonemes) {
			return false
		}
		for c := range children {
			depth[int(n.at)+c] = max(depth[int(n.at)+c], depth[i]+1)
		}
	}
	return true
}
