package lists

import "errors"

// What is kept of the errors that the Err of a Problem wraps: the words of so many
// levels, and of so many errors in all.
const (
	maxReasonDepth = 16
	maxReasons     = 64
)

// reason is an error that was read from its binary form: the words of an error,
// and those that it wrapped.
type reason struct {
	words string
	inner error
}

func (r *reason) Error() string { return r.words }
func (r *reason) Unwrap() error { return r.inner }

// Is reports whether target has the words of r: the error that r was before it was
// written is another one than the variable that a package declares.
func (r *reason) Is(target error) bool { return target.Error() == r.words }

// reasons is a reason that wrapped any number of errors.
type reasons struct {
	words string
	inner []error
}

func (r *reasons) Error() string        { return r.words }
func (r *reasons) Unwrap() []error      { return r.inner }
func (r *reasons) Is(target error) bool { return target.Error() == r.words }

// reason writes the words of err, one more than the number of errors that it
// wraps, zero for one that Unwrap returns alone, and these errors. Errors that are
// too many are left out.
func (w *packer) reason(err error, depth int, left *int) {
	*left--
	w.string(err.Error())
	several, ok := err.(interface{ Unwrap() []error })
	switch inner := errors.Unwrap(err); {
	case depth == maxReasonDepth:
		w.length(1)
	case inner != nil && *left > 0:
		w.length(0)
		w.reason(inner, depth+1, left)
	case ok:
		var all []error
		for _, e := range several.Unwrap() {
			if e != nil && len(all) < *left {
				all = append(all, e)
			}
		}
		*left -= len(all)
		w.length(len(all) + 1)
		for _, e := range all {
			*left++ // it was counted above
			w.reason(e, depth+1, left)
		}
	default:
		w.length(1)
	}
}

func (u *unpacker) reason(depth int) error {
	if depth > maxReasonDepth {
		u.fail("errors are nested too deep")
		return nil
	}
	words := u.string()
	n := u.uint()
	if n == 0 {
		if u.bad != "" {
			return nil
		}
		return &reason{words: words, inner: u.reason(depth + 1)}
	}
	if n == 1 {
		return &reason{words: words}
	}
	r := &reasons{words: words}
	for range n - 1 {
		if u.bad != "" {
			return nil
		}
		r.inner = append(r.inner, u.reason(depth+1))
	}
	return r
}
