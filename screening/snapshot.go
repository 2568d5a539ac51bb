package screening

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening/internal/index"
)

// A snapshot is a Screener in a file: the lists, what was worked out of them, the
// policy, and what all of that depends on. A program that starts from one reads no
// list and parses no name. It is no archive: another version of this module, of its
// tables or of Unicode's refuses it, and the lists are read anew.

// The errors of ReadFrom. All but those of the reader wrap ErrSnapshot.
var (
	ErrSnapshot       = errors.New("not a snapshot that can be used")
	ErrSnapshotBroken = fmt.Errorf("%w: it is cut short or altered", ErrSnapshot)
	ErrSnapshotEngine = fmt.Errorf("%w: another version of the module or its tables wrote it", ErrSnapshot)
	ErrSnapshotPolicy = fmt.Errorf("%w: its policy is another one", ErrSnapshot)
)

// snapshotMagic begins every snapshot. Its last byte is the version of the layout.
const snapshotMagic = "pratique snapshot\x001"

// The parts of a snapshot: a byte that says what it is, eight bytes of length, four
// of its CRC-32C (RFC 3720, appendix B.4), all little-endian, and the part.
const (
	enginePart = 'E'
	policyPart = 'P'
	listPart   = 'L'
	indexPart  = 'I' // by profile
	endPart    = 'Z'
)

const partHead = 1 + 8 + 4

// maxLists bounds the lists of a snapshot.
const maxLists = 1 << 16

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// engine says what the numbers in a snapshot depend on besides its parts.
func engine() string {
	return engineDigest + ", Unicode " + unicode.Version + ", normalisation " + norm.Version
}

// WriteTo writes a snapshot of the Screener, for ReadFrom. Two Screeners of the same
// lists and policy write the same bytes. The error is that of w.
func (s *Screener) WriteTo(w io.Writer) (n int64, err error) {
	put := func(kind byte, part []byte) {
		if err != nil {
			return
		}
		head := append(make([]byte, 0, partHead), kind)
		head = binary.LittleEndian.AppendUint64(head, uint64(len(part)))
		head = binary.LittleEndian.AppendUint32(head, crc32.Checksum(part, castagnoli))
		for _, b := range [...][]byte{head, part} {
			var k int
			k, err = w.Write(b)
			n += int64(k)
			if err != nil {
				return
			}
		}
	}
	k, err := io.WriteString(w, snapshotMagic)
	n += int64(k)
	put(enginePart, []byte(engine()))
	policy, _ := json.Marshal(s.policy) // numbers and names
	put(policyPart, policy)
	for _, l := range s.relations.lists {
		if err != nil {
			return n, err
		}
		b, _ := l.AppendBinary(nil)
		put(listPart, b)
	}
	for i := range s.books {
		if err != nil {
			return n, err
		}
		b, _ := s.books[i].index.AppendBinary(nil)
		put(indexPart, b)
	}
	put(endPart, nil)
	return n, err
}

// ReadFrom makes a Screener of a snapshot that WriteTo has written. It answers as
// New does for the same lists and the policy p. It reads r no further than the
// snapshot's end. r may hold anything: a file that is none, is cut short or altered,
// or was made by another version of this module or its tables, or for another policy,
// is an error that wraps ErrSnapshot. Memory is bounded by what r holds.
func ReadFrom(r io.Reader, p Policy) (*Screener, error) {
	magic := make([]byte, len(snapshotMagic))
	if _, err := io.ReadFull(r, magic); err != nil {
		return nil, snapshotError(err, "its head")
	}
	if string(magic) != snapshotMagic {
		return nil, fmt.Errorf("screening: %w: it does not begin as one", ErrSnapshot)
	}
	policy, err := json.Marshal(p)
	if err != nil {
		return nil, fmt.Errorf("screening: %w", err)
	}
	var read struct { // what the goroutines make; looked at behind Wait
		sync.WaitGroup
		lists   []*lists.List
		indexes [profileCount]*index.Index
		broken  [profileCount]error
		s       *Screener
		err     error
	}
	defer read.Wait()
	var parts [][]byte // the lists
	books := 0
	for want := byte(enginePart); want != 0; {
		kind, part, err := readPart(r)
		if err != nil {
			return nil, err
		}
		if want == listPart && kind == indexPart && len(parts) > 0 {
			want = indexPart
			read.Go(func() {
				for _, part := range parts {
					l, err := lists.DecodeBinary(string(part))
					if err != nil {
						read.err = err
						return
					}
					read.lists = append(read.lists, l)
				}
				read.s, read.err = gather(p, read.lists)
			})
		}
		if kind != want {
			return nil, fmt.Errorf("screening: %w: part %q where %q is due", ErrSnapshotBroken, kind, want)
		}
		switch kind {
		case enginePart:
			if string(part) != engine() {
				return nil, fmt.Errorf("screening: %w", ErrSnapshotEngine)
			}
			want = policyPart
		case policyPart:
			if !bytes.Equal(part, policy) {
				return nil, fmt.Errorf("screening: %w", ErrSnapshotPolicy)
			}
			want = listPart
		case listPart:
			if len(parts) >= maxLists {
				return nil, fmt.Errorf("screening: %w: more than %d lists", ErrSnapshotBroken, maxLists)
			}
			parts = append(parts, part)
		case indexPart:
			i := books
			books++
			read.Go(func() { read.indexes[i], read.broken[i] = index.Read(profiles[i], part) })
			if books == profileCount {
				want = endPart
			}
		case endPart:
			want = 0
		}
	}
	read.Wait()
	for _, err := range append(read.broken[:], read.err) {
		if err != nil {
			return nil, fmt.Errorf("screening: %w: %w", ErrSnapshotBroken, err)
		}
	}
	s := read.s
	for i := range s.books {
		x := read.indexes[i]
		if s.books[i].index = x; x.Len() != len(s.books[i].refs) {
			return nil, fmt.Errorf("screening: %w: %d names are indexed, of %d", ErrSnapshotBroken, x.Len(), len(s.books[i].refs))
		}
	}
	s.link(read.lists)
	return s, nil
}

// readPart reads the next part, and checks it.
func readPart(r io.Reader) (kind byte, part []byte, err error) {
	var head [partHead]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, nil, snapshotError(err, "the head of a part")
	}
	n := binary.LittleEndian.Uint64(head[1:])
	if n > 1<<40 {
		return 0, nil, fmt.Errorf("screening: %w: a part of %d bytes", ErrSnapshotBroken, n)
	}
	// No more room than this is made on the word of the file.
	const atOnce = 1 << 24
	for uint64(len(part)) < n {
		at := len(part)
		part = append(part, make([]byte, min(n-uint64(at), atOnce))...)
		if _, err := io.ReadFull(r, part[at:]); err != nil {
			return 0, nil, snapshotError(err, "a part")
		}
	}
	if crc32.Checksum(part, castagnoli) != binary.LittleEndian.Uint32(head[9:]) {
		return 0, nil, fmt.Errorf("screening: %w: part %q has another sum", ErrSnapshotBroken, head[0])
	}
	return head[0], part, nil
}

func snapshotError(err error, what string) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return fmt.Errorf("screening: %w: it ends within %s", ErrSnapshotBroken, what)
	}
	return fmt.Errorf("screening: reading a snapshot: %w", err)
}

var _ io.WriterTo = (*Screener)(nil)
