package ofac

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// A set is one of the two lists that OFAC publishes in the legacy format.
type set struct {
	name     string    // of the list
	files    [4]string // main, aliases, addresses, comments
	sdn      bool      // every party on it is blocked
	umbrella string    // what the XML files call the list that joins those of which it consists
}

var sets = [...]set{
	{"OFAC SDN", [4]string{"sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"}, true, ""},
	{"OFAC Consolidated (non-SDN)", [4]string{"cons_prim.csv", "cons_alt.csv", "cons_add.csv", "cons_comments.csv"}, false, "Consolidated List"},
}

// The files of a set, in the order in which they are read.
const (
	mainFile = iota
	altFile
	addFile
	commentsFile
)

// file is one file of a set, read whole.
type file struct {
	name    string // as it is called in the file system
	text    string // without byte order mark and end mark
	endMark bool   // it ended with 0x1A
	newline bool   // its last line is ended
	bom     int    // bytes before text in the first line
	missing bool
}

// readSet finds out which set fsys holds, reads it, and returns the digest over
// the bytes of its files.
func readSet(fsys fs.FS) (*set, [4]file, lists.Digest, error) {
	var files [4]file
	names, err := csvNames(fsys)
	if err != nil {
		return nil, files, lists.Digest{}, err
	}
	var s *set
	for i := range sets {
		if _, ok := names[sets[i].files[mainFile]]; !ok {
			continue
		}
		if s != nil {
			return nil, files, lists.Digest{}, refuse(lists.Position{}, fmt.Errorf("%w: both %s and %s are there, and one call reads one list", ErrNotCSV, s.files[mainFile], sets[i].files[mainFile]))
		}
		s = &sets[i]
	}
	if s == nil {
		return nil, files, lists.Digest{}, refuse(lists.Position{File: sets[0].files[mainFile]}, fmt.Errorf("%w, and so is %s", ErrMissing, sets[1].files[mainFile]))
	}
	sum := sha256.New()
	for i, want := range s.files {
		name, ok := names[want]
		switch {
		case ok:
			if files[i], err = readFile(fsys, name, sum); err != nil {
				return nil, files, lists.Digest{}, err
			}
		case i == commentsFile:
			files[i] = file{name: want, missing: true}
		default:
			return nil, files, lists.Digest{}, refuse(lists.Position{File: want}, ErrMissing)
		}
	}
	var d lists.Digest
	sum.Sum(d[:0])
	return s, files, d, nil
}

// csvNames returns the names of the files of both sets that fsys holds, by their
// lower-case form.
func csvNames(fsys fs.FS) (map[string]string, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("ofac: %w", err)
	}
	names := make(map[string]string)
	for _, e := range entries {
		low := strings.ToLower(e.Name())
		for i := range sets {
			for _, want := range sets[i].files {
				if low != want {
					continue
				}
				if other, ok := names[low]; ok {
					return nil, refuse(lists.Position{File: e.Name()}, fmt.Errorf("%w: %s is there as well", ErrNotCSV, other))
				}
				names[low] = e.Name()
			}
		}
	}
	return names, nil
}

// readFile reads a file whole into one string, adds its bytes to sum, and takes
// off the marks at its ends.
func readFile(fsys fs.FS, name string, sum io.Writer) (file, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return file{}, fmt.Errorf("ofac: %w", err)
	}
	defer f.Close()
	var b strings.Builder
	if st, err := f.Stat(); err == nil && st.Size() > 0 && st.Size() <= maxFile {
		b.Grow(int(st.Size()))
	}
	buf := make([]byte, 128<<10)
	for {
		n, err := f.Read(buf)
		if b.Len()+n > maxFile {
			return file{}, refuse(lists.Position{File: name}, fmt.Errorf("%w: more than %d bytes", ErrTooLarge, maxFile))
		}
		sum.Write(buf[:n])
		b.Write(buf[:n])
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return file{}, fmt.Errorf("ofac: %s: %w", name, err)
		}
	}
	out := file{name: name, text: b.String()}
	return out, out.trim()
}

// trim takes off byte order mark and end mark, and refuses what is no CSV.
func (f *file) trim() error {
	pos := lists.Position{File: f.name}
	for _, mark := range [...]string{"\xff\xfe", "\xfe\xff"} {
		if strings.HasPrefix(f.text, mark) {
			return refuse(pos, fmt.Errorf("%w: UTF-16 text", ErrNotCSV))
		}
	}
	if t, ok := strings.CutPrefix(f.text, "\ufeff"); ok {
		f.text, f.bom = t, len("\ufeff")
	}
	end := strings.TrimRight(f.text, " \t\r\n\x1a")
	tail := f.text[len(end):]
	f.endMark = strings.IndexByte(tail, 0x1a) >= 0
	f.newline = strings.IndexByte(tail, '\n') >= 0
	if f.endMark {
		tail = tail[:strings.IndexByte(tail, 0x1a)]
	}
	f.text = f.text[:len(end)+len(tail)]
	if end == "" {
		return nil // empty: whether that matters depends on the file
	}
	if start := strings.TrimLeft(end, " \t\r\n"); start[0] == '<' || start[0] == '{' || start[0] == '[' {
		line := 1 + strings.Count(end[:len(end)-len(start)], "\n")
		return refuse(lists.Position{File: f.name, Line: line, Column: 1}, fmt.Errorf("%w: HTML, XML or JSON text %q", ErrNotCSV, firstLine(start)))
	}
	return nil
}

// firstLine returns the beginning of s for a message.
func firstLine(s string) string {
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		s = s[:i]
	}
	if len(s) > 60 {
		s = s[:60]
	}
	return s
}
