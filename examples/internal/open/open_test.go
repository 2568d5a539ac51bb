package open

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
)

const (
	ships   = "../../../lists/un/testdata/vessels_1718.csv"
	parties = "../../../lists/un/testdata/consolidated.xml"
	excerpt = "../../../testdata/ofac-excerpt"
)

func content(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func gzipped(t *testing.T, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// zipped returns an archive of names and contents.
func zipped(t *testing.T, files ...any) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i].(string))
		if err != nil {
			t.Fatal(err)
		}
		if b, ok := files[i+1].([]byte); ok {
			if _, err := f.Write(b); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestList(t *testing.T) {
	csv, xml := content(t, ships), content(t, parties)
	ofac := func(dir string) (files []any) {
		for _, name := range []string{"sdn.csv", "alt.csv", "add.csv"} {
			files = append(files, dir+name, content(t, filepath.Join(excerpt, name)))
		}
		return files
	}
	tests := []struct {
		file    string
		content []byte
		format  lists.Format
		entries int
		name    string // in Source.Files
		err     error
		reason  string
	}{
		{"ships.txt", csv, lists.UNVesselsCSV, 7, "ships.txt", nil, "whatever it is called"},
		{"ships.csv.gz", gzipped(t, csv), lists.UNVesselsCSV, 7, "ships.csv", nil, "gzip"},
		{"ships.csv", gzipped(t, csv), lists.UNVesselsCSV, 7, "ships.csv", nil, "gzip that does not say so"},
		{"house.csv", []byte("name,imo\nOCEAN QUEEN,9187629\n"), lists.CustomCSV, 1, "house.csv", nil, "a firm's own table"},
		{"house.json", []byte(`{"format":"pratique list","version":1,"source":{"name":"House","files":["a"],"entities":1}}` + "\n" + `{"id":"1","names":[{"text":"OCEAN QUEEN","type":"primary"}]}` + "\n"), lists.CustomJSON, 1, "a", nil, "lines of our own"},
		{"a.zip", zipped(t, "dir/", nil, "dir/un.xml", xml, "readme.txt", []byte("hello")), lists.UNXML, 9, "dir/un.xml", nil, "zip, beside a text"},
		{"a.zip.gz", gzipped(t, zipped(t, "un.xml", xml)), lists.UNXML, 9, "un.xml", nil, "zip in gzip"},
		{"a.zip", zipped(t, "un.xml", xml, "ships.csv", csv), "", 0, "", ErrSeveral, "which of them?"},
		{"a.zip", zipped(t, "readme.txt", []byte("hello")), "", 0, "", ErrUnknown, "no list in it"},
		{"a.zip", zipped(t, ofac("")...), lists.OFACCSV, 85, "sdn.csv", nil, "OFAC's files"},
		{"a.zip", zipped(t, ofac("dir/")...), "", 0, "", ErrSeveral, "not at the top of the archive"},
		{"a.zip", zipped(t, "un.xml", xml)[:200], "", 0, "", ErrArchive, "cut"},
		{"a.gz", gzipped(t, xml)[:200], "", 0, "", ErrArchive, "cut near the beginning"},
		{"a.gz", []byte("\x1f\x8b rubbish"), "", 0, "", ErrArchive, "no gzip after all"},
		{"sdn.csv", content(t, excerpt+"/sdn.csv"), lists.OFACCSV, 0, "", nil, "its companions are not there: the parser's error"},
		{"x.csv", content(t, excerpt+"/sdn.csv"), lists.OFACCSV, 0, "", ErrParts, "one of several files"},
		{"a.html", []byte("\n<!DOCTYPE html><html><body>sdnList</body></html>"), "", 0, "", ErrPage, "what a server sends instead"},
		{"a", nil, "", 0, "", ErrUnknown, "empty"},
		{"a", []byte("\x00\x01"), "", 0, "", ErrUnknown, "binary"},
		{"a.xml", []byte("<CONSOLIDATED_LIST><INDIVIDUALS>"), lists.UNXML, 0, "", nil, "recognised, and cut: the parser's error"},
	}
	for _, tt := range tests {
		path := filepath.Join(t.TempDir(), tt.file)
		if err := os.WriteFile(path, tt.content, 0o666); err != nil {
			t.Fatal(err)
		}
		l, f, err := List(path)
		switch {
		case tt.entries == 0:
			if err == nil || l != nil || tt.err != nil && !errors.Is(err, tt.err) {
				t.Errorf("%s (%s): error %v, want %v", tt.file, tt.reason, err, tt.err)
			} else if !strings.HasPrefix(err.Error(), path+": ") || strings.Count(err.Error(), path) != 1 {
				t.Errorf("%s (%s): the error does not begin with the path: %v", tt.file, tt.reason, err)
			}
		case err != nil:
			t.Errorf("%s (%s): %v", tt.file, tt.reason, err)
			continue
		case len(l.Entities) != tt.entries || l.Source.Files[0] != tt.name:
			t.Errorf("%s (%s): %d entries of %q, want %d of %q", tt.file, tt.reason, len(l.Entities), l.Source.Files, tt.entries, tt.name)
		}
		if f != tt.format {
			t.Errorf("%s (%s): format %q, want %q", tt.file, tt.reason, f, tt.format)
		}
	}
}

func TestFolders(t *testing.T) {
	for _, path := range []string{excerpt, excerpt + "/sdn.csv", excerpt + "/add.csv"} {
		l, f, err := List(path)
		if err != nil || f != lists.OFACCSV || len(l.Entities) != 85 {
			t.Errorf("%s: %q, %v", path, f, err)
		}
	}
	if _, _, err := List(t.TempDir()); err == nil {
		t.Error("an empty folder is a list")
	}
	if _, _, err := List("nowhere"); !errors.Is(err, ErrNoFile) {
		t.Errorf("nowhere: %v", err)
	}
}

// TestSamples opens every sample and every whole list of ../shared.
func TestSamples(t *testing.T) {
	root := filepath.Join("..", "..", "..", "..", "shared")
	if _, err := os.Stat(root); err != nil {
		t.Skip("real lists are not here: no folder ../shared beside the repository")
	}
	var paths []string
	for _, pattern := range []string{"formats/samples/*.*", "lists/*/*.*", "lists/ofac/xml/*", "lists/ofac/2*", "lists/ofac/cons*"} {
		found, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, found...)
	}
	opened := 0
	for _, path := range paths {
		l, f, err := List(path)
		base := filepath.Base(path)
		switch {
		case base == "ua_gur_vessel_page.html" || strings.HasPrefix(base, "paris_mou") || strings.HasPrefix(base, "malformed"):
			if err == nil {
				t.Errorf("%s is no list that can be used, and was opened", base)
			}
		case err != nil:
			t.Errorf("%v", err)
		default:
			opened++
			t.Logf("%s: %s, %s, %s: %+v, %d problems", base, f, l.Source.Name, l.Source.Date(), l.Count(), len(l.Problems))
			if l.Source.Entities != len(l.Entities) || len(l.Entities) == 0 || l.Source.Name == "" || l.Source.SHA256 == (lists.Digest{}) || len(l.Source.Files) == 0 {
				t.Errorf("%s: the source is not told: %+v", base, l.Source)
			}
		}
	}
	if opened < 20 {
		t.Errorf("only %d files opened", opened)
	}
}
