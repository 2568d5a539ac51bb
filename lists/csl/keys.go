package csl

import (
	"maps"
	"slices"
)

// sortedKeys returns the keys of an object in the order of their bytes.
func sortedKeys(m map[string]any) []string { return slices.Sorted(maps.Keys(m)) }
