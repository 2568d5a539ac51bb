// Package open opens a list as it was downloaded: plain, packed by gzip, in a zip
// archive, or as the folder of OFAC's files. It recognises the format by the
// content and calls the parser for it. The examples share it; a program of one's
// own that knows which list it has calls the parser of that list.
package open

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/ofac"
)

// maxArchive bounds a zip archive or a workbook, which are held in memory as they
// are. What comes out of them the parsers bound.
const maxArchive = 128 << 20

// The reasons for which a file is not opened. Errors of a parser are others.
var (
	ErrNoFile   = errors.New("no such file or folder")
	ErrUnknown  = errors.New("not a list of a known format")
	ErrPage     = errors.New("a web page, not a list: some publishers' servers send one when something is wrong")
	ErrNoParser = errors.New("its format is known, but there is no parser for it")
	ErrParts    = errors.New("OFAC's files belong together: name the folder with sdn.csv, alt.csv, add.csv and sdn_comments.csv, or the cons_ set")
	ErrArchive  = errors.New("not an archive that can be read")
	ErrTooLarge = errors.New("archive is too large")
	ErrSeveral  = errors.New("several lists in one archive: unpack it and name one")
)

// List reads the list in a file, or in a folder with OFAC's files. Names of files
// in Positions and in Source.Files are base names, without ".gz", or the names in
// the archive; Source.SHA256 is over what was in the package.
//
// An error means that there is no list to screen against. It begins with the path.
func List(path string) (*lists.List, lists.Format, error) {
	l, f, err := read(path)
	if err != nil {
		return nil, f, fmt.Errorf("%s: %w", path, err)
	}
	return l, f, nil
}

func read(path string) (*lists.List, lists.Format, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, "", cause(err)
	}
	defer file.Close()
	if st, err := file.Stat(); err == nil && st.IsDir() {
		l, err := ofac.ParseCSV(os.DirFS(path))
		return l, lists.OFACCSV, err
	}
	l, f, err := stream(filepath.Base(path), file)
	if errors.Is(err, ErrParts) && part(filepath.Base(path)) {
		l, err = ofac.ParseCSV(os.DirFS(filepath.Dir(path)))
	}
	return l, f, err
}

// cause takes the operation and the path off an error of package os, and the words
// of one system or another off the most frequent.
func cause(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return ErrNoFile
	}
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// stream reads a list from r, which name stands for.
func stream(name string, r io.Reader) (*lists.List, lists.Format, error) {
	in := bufio.NewReaderSize(r, lists.DetectBytes)
	head, err := in.Peek(lists.DetectBytes)
	if err != nil && err != io.EOF {
		return nil, "", cause(err)
	}
	if bytes.HasPrefix(head, []byte("\x1f\x8b")) {
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, "", fmt.Errorf("%w: %w", ErrArchive, err)
		}
		if strings.EqualFold(filepath.Ext(name), ".gz") {
			name = name[:len(name)-len(".gz")]
		}
		in = bufio.NewReaderSize(z, lists.DetectBytes)
		if head, err = in.Peek(lists.DetectBytes); err != nil && err != io.EOF {
			return nil, "", fmt.Errorf("%w: %w", ErrArchive, err)
		}
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return packed(name, in)
	}
	f, ok := lists.Detect(head)
	if !ok {
		return nil, "", unknown(head)
	}
	l, err := parse(f, name, in)
	return l, f, err
}

// packed reads a workbook or a zip archive.
func packed(name string, r io.Reader) (*lists.List, lists.Format, error) {
	all, err := io.ReadAll(io.LimitReader(r, maxArchive+1))
	if err != nil {
		return nil, "", fmt.Errorf("%w: %w", ErrArchive, err)
	}
	if len(all) > maxArchive {
		return nil, "", fmt.Errorf("%w: more than %d bytes", ErrTooLarge, maxArchive)
	}
	if f, ok := lists.Detect(all); ok {
		l, err := parse(f, name, bytes.NewReader(all))
		return l, f, err
	}
	z, err := zip.NewReader(bytes.NewReader(all), int64(len(all)))
	if err != nil {
		return nil, "", fmt.Errorf("%w: %w", ErrArchive, err)
	}
	var member *zip.File
	var format lists.Format
	for _, f := range z.File {
		switch is, err := recognise(f); {
		case err != nil:
			return nil, "", fmt.Errorf("%s in the archive: %w: %w", f.Name, ErrArchive, err)
		case is == lists.OFACCSV && path.Base(f.Name) == f.Name && part(f.Name):
			l, err := ofac.ParseCSV(z)
			return l, is, err
		case is == "":
		case member != nil:
			return nil, "", fmt.Errorf("%w: %s, %s", ErrSeveral, member.Name, f.Name)
		default:
			member, format = f, is
		}
	}
	if member == nil {
		return nil, "", ErrUnknown
	}
	in, err := member.Open()
	if err != nil {
		return nil, "", fmt.Errorf("%s in the archive: %w: %w", member.Name, ErrArchive, err)
	}
	defer in.Close()
	l, err := parse(format, member.Name, in)
	return l, format, err
}

// recognise returns the format of a member of an archive; empty where it is none.
func recognise(f *zip.File) (lists.Format, error) {
	if f.FileInfo().IsDir() {
		return "", nil
	}
	in, err := f.Open()
	if err != nil {
		return "", err
	}
	defer in.Close()
	head, err := io.ReadAll(io.LimitReader(in, lists.DetectBytes))
	if err != nil {
		return "", err
	}
	is, _ := lists.Detect(head)
	return is, nil
}

// part reports whether name is that of one of OFAC's legacy files.
func part(name string) bool {
	switch strings.ToLower(name) {
	case "sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv", "cons_prim.csv", "cons_alt.csv", "cons_add.csv", "cons_comments.csv":
		return true
	}
	return false
}

// unknown says what is wrong with a file that begins with head.
func unknown(head []byte) error {
	text := strings.ToLower(string(head[:min(len(head), 1024)]))
	if strings.Contains(text, "<!doctype html") || strings.Contains(text, "<html") {
		return ErrPage
	}
	if len(head) == 0 {
		return fmt.Errorf("%w: it is empty", ErrUnknown)
	}
	return ErrUnknown
}
