package main

import (
	"bytes"
	"os"
	"testing"
)

// The committed Go file is what the committed tables generate.
func TestTablesAreCurrent(t *testing.T) {
	want, err := generate("../tables")
	if err != nil {
		t.Fatal(err)
	}
	have, err := os.ReadFile("../tables_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, want) {
		t.Error("tables_gen.go differs from what tables/*.txt generate: run go generate")
	}
}
