package main

import (
	"slices"

	"github.com/seed-539c57aa/pratique/lists"
)

// bears reports whether an entity of the UN list has one of the DATAIDs.
func bears(e *lists.Entity, dataIDs []string) bool {
	if slices.Contains(dataIDs, e.ID) {
		return true
	}
	for _, r := range e.References {
		if slices.Contains(dataIDs, r.ID) {
			return true
		}
	}
	return false
}
