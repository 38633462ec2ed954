package cli

import "io"

// outlet is standard output. It remembers that a write failed, so that no command
// and no library can lose a result without a word.
type outlet struct {
	to  io.Writer
	err error
}

func (o *outlet) Write(p []byte) (int, error) {
	if o.err != nil {
		return 0, o.err
	}
	n, err := o.to.Write(p)
	if err != nil {
		o.err = lost{err}
	}
	return n, o.err
}

// lost is the error of a write to standard output.
type lost struct{ error }

func (l lost) Error() string { return "cannot write to standard output: " + reason(l.error) }
func (l lost) Unwrap() error { return l.error }
