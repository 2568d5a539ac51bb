package matcher

// likeness returns the likeness that the table gives two words for the edits
// between them, 0 where they are too many.
func (t *editTable) likeness(a, b string) int {
	short := min(len(a), len(b))
	col := max(0, min(short-2, len(t.one)-1))
	most := 0
	switch {
	case t.two[col] > 0:
		most = 2
	case t.one[col] > 0:
		most = 1
	default:
		return 0
	}
	switch editDistance(a, b, most) {
	case 0:
		return 1000
	case 1:
		return int(t.one[col])
	case 2:
		return int(t.two[col])
	}
	return 0
}

// editDistance returns the number of edits between two words: a letter
// inserted, deleted, replaced, or swapped with its neighbour (optimal string
// alignment), or most+1 where there are more than most. most is 0, 1 or 2.
// Words are compared byte by byte; readings are ASCII.
func editDistance(a, b string, most int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	switch {
	case len(b)-len(a) > most:
		return most + 1
	case len(a) == 0:
		return len(b)
	case most == 0:
		return 1
	case len(a) == 1 && len(b) == 1:
		return 1
	case len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]:
		return 1
	case most == 1:
		return 2
	}
	// What is left differs at both ends, so one edit cannot be enough, and of
	// two edits one is at each end.
	if two(a, b) {
		return 2
	}
	return 3
}

// two reports whether two words that differ in their first and last letters,
// the first no longer than the second, are two edits apart.
func two(a, b string) bool {
	n, m := len(a), len(b)
	switch m - n {
	case 2: // two insertions
		return subsequence(a, b)
	case 1: // one insertion and one replacement, or one insertion and one swap
		for _, at := range [...]int{0, 1} { // the insertion is at the front or at the back
			x := b[1:]
			if at == 1 {
				x = b[:m-1]
			}
			if oneInPlace(a, x) {
				return true
			}
		}
		// The insertion lies inside behind a replacement or a swap at the end.
		return oneThenInsert(a, b)
	}
	// Same length: two replacements, a replacement and a swap, two swaps, or a
	// deletion and an insertion at opposite ends.
	if a[1:] == b[:m-1] || a[:n-1] == b[1:] {
		return true
	}
	diff := 0
	for i := 0; i < n; i++ {
		if a[i] == b[i] {
			continue
		}
		if i+1 < n && a[i] == b[i+1] && a[i+1] == b[i] {
			i++
		}
		if diff++; diff > 2 {
			return false
		}
	}
	return true
}

// subsequence reports whether a is b without len(b)-len(a) letters.
func subsequence(a, b string) bool {
	i := 0
	for j := 0; j < len(b) && i < len(a); j++ {
		if a[i] == b[j] {
			i++
		}
	}
	return i == len(a)
}

// oneInPlace reports whether words of one length differ by one replacement or
// one swap at the most.
func oneInPlace(a, b string) bool {
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if i == len(a) || a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// oneThenInsert reports whether b is a with a letter inserted and, at the first
// or the last letter, one replaced or two swapped.
func oneThenInsert(a, b string) bool {
	n, m := len(a), len(b)
	if oneInsert(a[1:], b[1:]) || oneInsert(a[:n-1], b[:m-1]) {
		return true
	}
	if n >= 2 && a[0] == b[1] && a[1] == b[0] && oneInsert(a[2:], b[2:]) {
		return true
	}
	return n >= 2 && a[n-1] == b[m-2] && a[n-2] == b[m-1] && oneInsert(a[:n-2], b[:m-2])
}

// oneInsert reports whether b is a with one letter inserted.
func oneInsert(a, b string) bool {
	if len(b) != len(a)+1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return a[i:] == b[i+1:]
}

// ratio returns the share of letters of two words that agree in place, in
// thousandths: 1000 less the edits by the length of the longer word, replaced
// letters that are both vowels counting half. Words are taken to 24 letters.
func ratio(a, b string) int {
	const most = 24
	a, b = a[:min(len(a), most)], b[:min(len(b), most)]
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	var rows [3][most + 1]int16
	prev, cur, old := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		prev[j] = int16(2 * j)
	}
	for i := range len(a) {
		cur[0] = int16(2 * (i + 1))
		for j := range len(b) {
			cost := int16(2)
			switch {
			case a[i] == b[j]:
				cost = 0
			case vowel(a[i]) && vowel(b[j]):
				cost = 1
			}
			d := min(prev[j]+cost, prev[j+1]+2, cur[j]+2)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				d = min(d, old[j-1]+2)
			}
			cur[j+1] = d
		}
		prev, cur, old = cur, old, prev
	}
	n := 2 * max(len(a), len(b))
	return 1000 * (n - int(prev[len(b)])) / n
}

func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}
