package ca

import (
	"testing"

	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

// fixtures are our own small files, each with its parser.
var fixtures = []listtest.Fixture{
	{"2020.xml", ParseXML}, {"2025.xml", ParseXML}, {"2026.xml", ParseXML}, {"list.json", ParseJSON},
}

func TestGolden(t *testing.T) { listtest.Goldens(t, fixtures) }

func FuzzParse(f *testing.F) { listtest.Fuzz(f, fixtures) }
