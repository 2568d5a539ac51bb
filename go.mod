module github.com/seed-539c57aa/pratique

go 1.26.0

require (
	github.com/agnivade/levenshtein v1.2.2
	github.com/google/go-cmp v0.7.0
	golang.org/x/text v0.43.0
)
