package uk

import (
	"testing"

	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

// fixtures are our own small files, each with its parser.
var fixtures = []listtest.Fixture{
	{"list.xml", ParseXML}, {"list.csv", ParseCSV}, {"conlist2020.csv", ParseConList}, {"conlist2022.csv", ParseConList},
}

func TestGolden(t *testing.T) { listtest.Goldens(t, fixtures) }

func FuzzParse(f *testing.F) { listtest.Fuzz(f, fixtures) }
