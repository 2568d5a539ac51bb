package feed

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"sort"

	"github.com/seed-539c57aa/pratique/lists"
)

// maxAhead bounds the bytes that a decoder may take in beyond the end of the last
// record: one record and what its buffer reads ahead. The longest row of the whole
// files of CSV has 11,000, the longest record of those of JSON 2,000.
const maxAhead = 1 << 18

// stream hands a file to a decoder of CSV or JSON, sums it up, tells places from
// offsets, and stops the decoder from holding more than maxAhead bytes at once.
type stream struct {
	file    string
	r       io.Reader
	sum     hash.Hash
	tooLong error  // the reason to give where a record is too long
	head    []byte // read, and not handed out yet
	read    int64  // handed out
	mark    int64  // up to here the decoder is done
	ends    []int64
	line    int   // of mark
	begin   int64 // where that line begins
	last    byte
	err     error
	closed  bool // what was handed out is too long
}

// newStream looks at the first bytes and says what they are instead of text in
// UTF-8. other is the reason to give for other formats, tooLong that for a record
// of more than maxAhead bytes. A byte order mark is passed over. An error is a
// *lists.FileError, or the reader's wrapped with the name of the file.
func newStream(file string, r io.Reader, other, tooLong error) (*stream, error) {
	s := &stream{file: file, r: r, sum: sha256.New(), tooLong: tooLong, line: 1}
	b := make([]byte, 4)
	n := 0
	for n < len(b) && s.err == nil {
		var k int
		k, s.err = s.fill(b[n:])
		n += k
	}
	b = b[:n]
	if has(b, "\xef\xbb\xbf") {
		b = b[3:]
	}
	s.head = b
	if s.err != nil && s.err != io.EOF {
		return nil, fmt.Errorf("%s: %w", file, s.err)
	}
	if err := alien(b, other); err != nil {
		return nil, refuse(lists.Position{File: file}, err)
	}
	return s, nil
}

// alien says what a file is that is neither CSV nor JSON in UTF-8, by its first
// bytes.
func alien(b []byte, other error) error {
	switch {
	case len(b) == 0:
		return ErrEmpty
	case has(b, "\x1f\x8b"):
		return fmt.Errorf("%w: compressed with gzip; unpack it first", other)
	case has(b, "PK\x03\x04"):
		return fmt.Errorf("%w: a ZIP archive or a spreadsheet", other)
	case has(b, "%PDF"):
		return fmt.Errorf("%w: a PDF document", other)
	case has(b, "\xff\xfe"), has(b, "\xfe\xff"), len(b) > 1 && (b[0] == 0 || b[1] == 0):
		return fmt.Errorf("%w: UTF-16", ErrEncoding)
	case b[0] == '<':
		return fmt.Errorf("%w: XML or HTML", other)
	}
	return nil
}

// fill reads once from the file.
func (s *stream) fill(p []byte) (int, error) {
	for range 100 {
		n, err := s.r.Read(p)
		if n < 0 || n > len(p) {
			return 0, io.ErrNoProgress
		}
		s.sum.Write(p[:n])
		if n > 0 || err != nil {
			return n, err
		}
	}
	return 0, io.ErrNoProgress
}

// Read hands out what the decoder may have.
func (s *stream) Read(p []byte) (int, error) {
	room := maxAhead - (s.read - s.mark)
	if room <= 0 {
		s.closed = true
		return 0, s.tooLong
	}
	p = p[:min(int64(len(p)), room)]
	if len(p) == 0 {
		return 0, nil
	}
	n := copy(p, s.head)
	s.head = s.head[n:]
	if n == 0 {
		if s.err != nil {
			return 0, s.err
		}
		n, s.err = s.fill(p)
	}
	for i, c := range p[:n] {
		if c == '\n' {
			s.ends = append(s.ends, s.read+int64(i)+1)
		}
	}
	if n > 0 {
		s.last = p[n-1]
		s.read += int64(n)
		return n, nil
	}
	return n, s.err
}

// done says that the decoder is done with what lies before an offset, and needs
// no more places there.
func (s *stream) done(offset int64) {
	n := sort.Search(len(s.ends), func(i int) bool { return s.ends[i] > offset })
	if n > 0 {
		s.line += n
		s.begin = s.ends[n-1]
		s.ends = append(s.ends[:0], s.ends[n:]...)
	}
	s.mark = offset
}

// pos returns the place of an offset that is not done.
func (s *stream) pos(offset int64) lists.Position {
	line, begin := s.line, s.begin
	if n := sort.Search(len(s.ends), func(i int) bool { return s.ends[i] > offset }); n > 0 {
		line, begin = line+n, s.ends[n-1]
	}
	return lists.Position{File: s.file, Line: line, Column: int(offset-begin) + 1}
}

// digest reads to the end of the file and returns the sum of all its bytes.
func (s *stream) digest() (lists.Digest, error) {
	var d lists.Digest
	b := make([]byte, 32<<10)
	for s.err == nil {
		_, s.err = s.fill(b)
	}
	if s.err != io.EOF {
		return d, fmt.Errorf("%s: %w", s.file, s.err)
	}
	s.sum.Sum(d[:0])
	return d, nil
}
