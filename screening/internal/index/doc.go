// Package index offers, for a name that is asked for, the listed names that
// matcher.Compare could give a score of a floor or more: all of those, and a few
// more.
package index
