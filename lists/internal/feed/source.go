package feed

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io"

	"github.com/seed-539c57aa/pratique/lists"
)

// MaxToken bounds the bytes of one XML token: a tag with its attributes, a text
// or a comment. The longest text of the real files has 5,000.
const MaxToken = 1 << 20

// source hands a file to the XML decoder byte by byte, sums it up, and stops
// the decoder from holding more than MaxToken bytes of it at once.
type source struct {
	r       io.Reader
	sum     hash.Hash
	buf     []byte
	at, end int
	stop    int // the byte before which ReadByte looks: the end, or where the token is too long
	began   int // where in buf the token begins, 0 where it begins before buf
	left    int // bytes that the token may have from there on
	err     error
	tooLong bool
}

func newSource(r io.Reader) *source {
	return &source{r: r, sum: sha256.New(), buf: make([]byte, 32<<10), left: MaxToken}
}

// next allows another token.
func (s *source) next() {
	s.left, s.began = MaxToken, s.at
	s.stop = min(s.end, s.at+s.left)
}

// ReadByte returns the next byte of the file.
func (s *source) ReadByte() (byte, error) {
	if s.at >= s.stop {
		if err := s.more(); err != nil {
			return 0, err
		}
	}
	c := s.buf[s.at]
	s.at++
	return c, nil
}

// more fills the buffer, or says why there is no next byte. It is called where
// at has reached stop.
func (s *source) more() error {
	if s.stop < s.end {
		s.tooLong = true
		return ErrTooLong
	}
	s.left -= s.end - s.began
	if s.fill(); s.end == 0 {
		s.stop = 0
		return s.err
	}
	s.began = 0
	s.stop = min(s.end, s.left)
	if s.stop <= 0 {
		s.stop, s.tooLong = 0, true
		return ErrTooLong
	}
	return nil
}

// Read is there for the decoder's type only, which reads bytes.
func (s *source) Read(p []byte) (int, error) {
	for i := range p {
		c, err := s.ReadByte()
		if err != nil {
			return i, err
		}
		p[i] = c
	}
	return len(p), nil
}

// fill reads on into an empty buffer. It leaves it empty only with an error.
func (s *source) fill() {
	s.at, s.end = 0, 0
	for tries := 0; s.err == nil && s.end == 0; tries++ {
		n, err := s.r.Read(s.buf)
		if n < 0 || n > len(s.buf) {
			n, err = 0, io.ErrNoProgress
		}
		s.end, s.err = n, err
		if tries == 100 && n == 0 && err == nil {
			s.err = io.ErrNoProgress
		}
	}
	s.sum.Write(s.buf[:s.end])
}

// digest reads to the end of the file and returns the sum of all its bytes.
func (s *source) digest() (lists.Digest, error) {
	for s.err == nil {
		s.fill()
	}
	var d lists.Digest
	if s.err != io.EOF {
		return d, s.err
	}
	s.sum.Sum(d[:0])
	return d, nil
}

// foreign looks at the first bytes and says what they are instead of XML in
// UTF-8, or returns nil.
func (s *source) foreign() error {
	for tries := 0; s.end < 4 && s.err == nil; tries++ { // a reader may give one byte at a time
		if tries == 100 {
			s.err = io.ErrNoProgress
			break
		}
		n, err := s.r.Read(s.buf[s.end:])
		if n < 0 || n > len(s.buf)-s.end {
			n, err = 0, io.ErrNoProgress
		}
		s.sum.Write(s.buf[s.end : s.end+n])
		s.end, s.err = s.end+n, err
	}
	b := s.buf[:s.end]
	switch {
	case len(b) == 0 && s.err != nil && s.err != io.EOF:
		return nil // the first token has the reader's error
	case len(b) == 0:
		return ErrEmpty
	case has(b, "\x1f\x8b"):
		return fmt.Errorf("%w: compressed with gzip; unpack it first", ErrNotXML)
	case has(b, "PK\x03\x04"):
		return fmt.Errorf("%w: a ZIP archive; unpack it first", ErrNotXML)
	case has(b, "\xff\xfe"), has(b, "\xfe\xff"), has(b, "<\x00"), has(b, "\x00<"):
		return fmt.Errorf("%w: UTF-16", ErrEncoding)
	case has(b, "%PDF"):
		return fmt.Errorf("%w: a PDF document", ErrNotXML)
	case b[0] == '{', b[0] == '[':
		return fmt.Errorf("%w: JSON", ErrNotXML)
	}
	return nil
}

func has(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && string(b[:len(prefix)]) == prefix
}
