// Package cli is what the commands screen and voyage have in common besides their
// lists: the flags of a command line, and the excerpt that stands in for a list.
package cli

import (
	"flag"
	"fmt"
	"io"
	"strings"
	"time"
)

// Flags are the flags of a command. Unlike those of package flag they print
// nothing when the command line is wrong: the error that Parse returns says it.
type Flags struct{ *flag.FlagSet }

// NewFlags returns an empty set of flags.
func NewFlags(command string) Flags {
	fs := flag.NewFlagSet(command, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	return Flags{fs}
}

// Many defines a flag that may be given more than once. It points to the values,
// in the order of the command line.
func (fs Flags) Many(name, usage string) *[]string {
	t := new(texts)
	fs.Var(t, name, usage)
	return (*[]string)(t)
}

// Help prints usage, and below it what each flag is for.
func (fs Flags) Help(w io.Writer, usage string) {
	fmt.Fprint(w, usage)
	fs.SetOutput(w)
	fs.PrintDefaults()
}

// texts are the values of a flag that may be given more than once.
type texts []string

func (t *texts) String() string { return strings.Join(*t, ", ") }

func (t *texts) Set(s string) error {
	*t = append(*t, s)
	return nil
}

// Day reads the value of a flag that is a day; the zero time where it is empty.
// The error names the flag.
func Day(flag, value string) (time.Time, error) {
	if value == "" {
		return time.Time{}, nil
	}
	day, err := time.Parse(time.DateOnly, value)
	if err != nil {
		return time.Time{}, fmt.Errorf("%s: %q is not a day of the form 2026-01-31", flag, value)
	}
	return day, nil
}
