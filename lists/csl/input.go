package csl

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"sort"

	"github.com/seed-539c57aa/pratique/lists"
)

// maxRecord bounds the bytes that a reader may take in beyond the end of the
// last record: one record and what its buffer reads ahead. The longest row of a
// whole file has 11,000.
const maxRecord = 1 << 18

// input hands a file to a CSV or JSON decoder, sums it up, and stops the decoder
// from holding more than maxRecord bytes of it at once.
type input struct {
	r      io.Reader
	sum    hash.Hash
	head   []byte // read, and not handed out yet
	read   int64  // handed out
	mark   int64  // up to here the decoder is done
	ends   []int64
	line   int   // of mark
	begin  int64 // where that line begins
	last   byte
	err    error
	closed bool // what was handed out is too long
}

// newInput looks at the first bytes and says what they are instead of text in
// UTF-8. want is the reason to give for other formats. A byte order mark is
// passed over.
func newInput(r io.Reader, want error) (*input, error) {
	in := &input{r: r, sum: sha256.New(), line: 1}
	b := make([]byte, 4)
	n := 0
	for n < len(b) && in.err == nil {
		var k int
		k, in.err = in.fill(b[n:])
		n += k
	}
	b = b[:n]
	if has(b, "\xef\xbb\xbf") {
		b = b[3:]
	}
	in.head = b
	switch {
	case in.err != nil && in.err != io.EOF:
		return nil, in.err
	case len(b) == 0:
		return nil, ErrEmpty
	case has(b, "\x1f\x8b"):
		return nil, fmt.Errorf("%w: compressed with gzip; unpack it first", want)
	case has(b, "PK\x03\x04"):
		return nil, fmt.Errorf("%w: a ZIP archive or a spreadsheet", want)
	case has(b, "%PDF"):
		return nil, fmt.Errorf("%w: a PDF document", want)
	case has(b, "\xff\xfe"), has(b, "\xfe\xff"), len(b) > 1 && (b[0] == 0 || b[1] == 0):
		return nil, fmt.Errorf("%w: UTF-16", ErrEncoding)
	case b[0] == '<':
		return nil, fmt.Errorf("%w: XML or HTML", want)
	}
	return in, nil
}

func has(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && string(b[:len(prefix)]) == prefix
}

// fill reads once from the file.
func (in *input) fill(p []byte) (int, error) {
	for range 100 {
		n, err := in.r.Read(p)
		if n < 0 || n > len(p) {
			return 0, io.ErrNoProgress
		}
		in.sum.Write(p[:n])
		if n > 0 || err != nil {
			return n, err
		}
	}
	return 0, io.ErrNoProgress
}

// Read hands out what the decoder may have.
func (in *input) Read(p []byte) (int, error) {
	room := maxRecord - (in.read - in.mark)
	if room <= 0 {
		in.closed = true
		return 0, ErrTooLong
	}
	p = p[:min(int64(len(p)), room)]
	if len(p) == 0 {
		return 0, nil
	}
	n := copy(p, in.head)
	in.head = in.head[n:]
	if n == 0 {
		if in.err != nil {
			return 0, in.err
		}
		n, in.err = in.fill(p)
	}
	for i, c := range p[:n] {
		if c == '\n' {
			in.ends = append(in.ends, in.read+int64(i)+1)
		}
	}
	if n > 0 {
		in.last = p[n-1]
		in.read += int64(n)
		return n, nil
	}
	return n, in.err
}

// done says that the decoder is done with what lies before an offset, and needs
// no more places there.
func (in *input) done(offset int64) {
	n := sort.Search(len(in.ends), func(i int) bool { return in.ends[i] > offset })
	if n > 0 {
		in.line += n
		in.begin = in.ends[n-1]
		in.ends = append(in.ends[:0], in.ends[n:]...)
	}
	in.mark = offset
}

// place returns the line and the column of an offset that is not done.
func (in *input) place(offset int64) (line, column int) {
	n := sort.Search(len(in.ends), func(i int) bool { return in.ends[i] > offset })
	if n == 0 {
		return in.line, int(offset-in.begin) + 1
	}
	return in.line + n, int(offset-in.ends[n-1]) + 1
}

// digest reads to the end of the file and returns the sum of all its bytes.
func (in *input) digest() (lists.Digest, error) {
	var d lists.Digest
	b := make([]byte, 32<<10)
	for in.err == nil {
		_, in.err = in.fill(b)
	}
	if in.err != io.EOF {
		return d, in.err
	}
	in.sum.Sum(d[:0])
	return d, nil
}
