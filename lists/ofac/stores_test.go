package ofac

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"unsafe"

	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

// TestStores looks for texts of a list that lie in the text of a file, which they would keep in memory.
func TestStores(t *testing.T) {
	sets := map[string]fs.FS{"testdata/sdn": os.DirFS("testdata/sdn"), "testdata/cons": os.DirFS("testdata/cons")}
	if dir := filepath.Join("..", "..", "..", "shared"); exists(dir) {
		sets["2024-01"] = os.DirFS(listtest.SharedPath(t, "lists/ofac/2024-01"))
	}
	for name, fsys := range sets {
		t.Run(name, func(t *testing.T) {
			p, err := parseCSV(fsys)
			if err != nil {
				t.Fatal(err)
			}
			texts := 0
			eachText(reflect.ValueOf(p.out).Elem(), "List", func(path, s string) {
				texts++
				at := uintptr(unsafe.Pointer(unsafe.StringData(s)))
				for i := range p.files {
					from := uintptr(unsafe.Pointer(unsafe.StringData(p.files[i].text)))
					if at >= from && at < from+uintptr(len(p.files[i].text)) {
						t.Errorf("%s is a part of %s: %.40q", path, p.files[i].name, s)
					}
				}
			})
			if texts < 80 {
				t.Errorf("only %d texts", texts)
			}
		})
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// eachText calls f with every text that is not empty and can be reached from v.
func eachText(v reflect.Value, path string, f func(path, s string)) {
	switch v.Kind() {
	case reflect.String:
		if v.Len() > 0 {
			f(path, v.String())
		}
	case reflect.Pointer:
		if !v.IsNil() {
			eachText(v.Elem(), path, f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachText(v.Index(i), path, f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				eachText(v.Field(i), path+"."+v.Type().Field(i).Name, f)
			}
		}
	}
}
