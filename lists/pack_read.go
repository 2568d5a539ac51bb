package lists

// unpacker reads the binary form of a List. After the first thing that is wrong it
// reads zeros.
type unpacker struct {
	data  string
	at    int
	bad   string // what is wrong first
	badAt int

	texts     []string
	kinds     [][]MeasureKind
	slices    [][]string
	countries [][]Country
	remarks   [][]Remark
	relations [][]Relation
	measures  [][]Measure

	// What is left of the slices that are cut into pieces.
	names       []Name
	parts       []Part
	identifiers []Identifier
	dates       []Date
	places      []Place
	addresses   []Address
	contacts    []Contact
	references  []Reference
	vessels     []VesselDetails
	aircraft    []AircraftDetails
	periods     []Period
}

// fail notes what is wrong, and ends the data.
func (u *unpacker) fail(what string) {
	if u.bad == "" {
		u.bad, u.badAt = what, u.at
	}
	u.at = len(u.data)
}

func (u *unpacker) byte() uint8 {
	if u.at >= len(u.data) {
		u.fail("ends too early")
		return 0
	}
	u.at++
	return u.data[u.at-1]
}

// uint reads a number.
func (u *unpacker) uint() uint64 {
	if u.at < len(u.data) && u.data[u.at] < 0x80 {
		u.at++
		return uint64(u.data[u.at-1])
	}
	return u.long()
}

// long reads a number of several bytes.
func (u *unpacker) long() uint64 {
	n := uint64(0)
	for i := range 10 {
		if u.at+i >= len(u.data) {
			u.fail("ends within a number")
			return 0
		}
		b := u.data[u.at+i]
		if i == 9 && b > 1 {
			break
		}
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			u.at += i + 1
			return n
		}
	}
	u.fail("a number has more than 64 bits")
	return 0
}

// int reads a signed number of at most bits bits.
func (u *unpacker) int(bits int) int64 {
	n := u.uint()
	v := int64(n>>1) ^ -int64(n&1)
	if shift := 64 - bits; v<<shift>>shift != v {
		u.fail("a number is too large for its field")
		return 0
	}
	return v
}

// count reads a number of things of which each has at least so many bytes.
func (u *unpacker) count(least int) int {
	n := u.uint()
	if n > uint64((len(u.data)-u.at)/least) {
		u.fail("more elements than bytes for them")
		return 0
	}
	return int(n)
}

// bytes reads a text of n bytes.
func (u *unpacker) bytes(n uint64) string {
	if n > uint64(len(u.data)-u.at) {
		u.fail("ends within a text")
		return ""
	}
	from := u.at
	u.at += int(n)
	return u.data[from:u.at]
}

// string reads a text. Most of the time goes here, so that numbers of one and two
// bytes are read in place.
func (u *unpacker) string() string {
	data, at := u.data, u.at
	var n uint64
	switch {
	case at < len(data) && data[at] < 0x80:
		n = uint64(data[at])
		at++
	case at+1 < len(data) && data[at+1] < 0x80:
		n = uint64(data[at]&0x7f) | uint64(data[at+1])<<7
		at += 2
	default:
		n = u.long()
		at = u.at
	}
	u.at = at
	if k := n >> 1; n&1 == 1 {
		if k <= uint64(len(data)-at) {
			u.at = at + int(k)
			return data[at:u.at]
		}
	} else if k == 0 {
		return ""
	} else if k <= uint64(len(u.texts)) {
		return u.texts[k-1]
	}
	u.fail("ends within a text, or no such text in the table")
	return ""
}

// mask reads which fields are there; there are at most bits of them.
func (u *unpacker) mask(bits int) uint64 {
	m := u.uint()
	if m>>bits != 0 {
		u.fail("unknown field")
		return 0
	}
	return m
}

// pooled reads the number of a slice of a table.
func pooled[T any](u *unpacker, table [][]T) []T {
	k := u.uint()
	if k < uint64(len(table)) {
		return table[k]
	}
	u.fail("no such slice in the table")
	return nil
}

// table reads a table of slices, the first of which is nil. An element has at
// least so many bytes.
func table[T any](u *unpacker, least int, read func(*unpacker, *T)) [][]T {
	n, all := u.count(2), u.count(least)
	if n > all {
		u.fail("more slices than elements")
	}
	if u.bad != "" {
		return nil
	}
	out, free := make([][]T, 1, n+1), make([]T, all)
	for range n {
		s := cut(u, &free)
		for i := range s {
			read(u, &s[i])
		}
		if u.bad != "" {
			return nil
		}
		out = append(out, s)
	}
	if len(free) > 0 {
		u.fail("fewer elements than announced")
	}
	return out
}

// cut reads a length and takes so many elements off free.
func cut[T any](u *unpacker, free *[]T) []T {
	n := u.uint()
	if n == 0 || n > uint64(len(*free)) {
		u.fail("more elements than announced, or none")
		return nil
	}
	s := (*free)[:n:n]
	*free = (*free)[n:]
	return s
}

// one takes one element off free.
func one[T any](u *unpacker, free *[]T) *T {
	if len(*free) == 0 {
		u.fail("more elements than announced")
		return new(T)
	}
	p := &(*free)[0]
	*free = (*free)[1:]
	return p
}
