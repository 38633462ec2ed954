package cli

import (
	"bytes"
	"io"
	"unicode/utf8"
)

// outlet is standard output. It remembers that a write failed, so that no command
// and no library can lose a result without a word. What a plan says cannot be taken for a
// command by the service whose log it comes to: see disarm.
type outlet struct {
	to   io.Writer
	err  error
	line []byte // the last line, as far as it was written
	mid  bool   // of that line, more than blanks is out already
}

const (
	// longestLine is how much of a line is kept back until its end is known.
	longestLine = 1 << 16
	// longestCommand is how much of a longer one is kept back, in which a command may begin.
	longestCommand = 64
)

func (o *outlet) Write(p []byte) (int, error) {
	end := bytes.LastIndexByte(p, '\n') + 1
	if end == 0 && len(o.line)+len(p) < longestLine {
		o.line = append(o.line, p...)
		return len(p), o.err
	}
	o.line = append(o.line, p...)
	if end == 0 {
		o.send(longestCommand)
	} else {
		o.send(len(p) - end)
	}
	if o.err != nil {
		return 0, o.err
	}
	return len(p), nil
}

// flush writes what has no line break behind it.
func (o *outlet) flush() { o.send(0) }

// send writes all but the last bytes of what was kept. They are harmless by themselves, and
// may be the beginning of a command.
func (o *outlet) send(but int) {
	text := disarm(o.line, o.mid)
	ready := text[:len(text)-but]
	for len(ready) > 0 && len(ready) < len(text) && !utf8.RuneStart(text[len(ready)]) {
		ready = ready[:len(ready)-1]
	}
	o.put(ready)
	start := bytes.LastIndexAny(ready, "\r\n") + 1
	o.mid = o.mid && start == 0 || len(bytes.TrimFunc(ready[start:], isUnread)) > 0
	o.line = append([]byte(nil), text[len(ready):]...)
}

func (o *outlet) put(p []byte) {
	if o.err != nil || len(p) == 0 {
		return
	}
	if _, err := o.to.Write(p); err != nil {
		o.err = lost{err}
	}
}

// as is the outlet for what is written in a format.
func (o *outlet) as(format string, binary bool) io.Writer {
	switch {
	case binary:
		return o.raw()
	case format == "github": // annotations are commands, and meant to be; none of another service
		return signOutlet{o.raw(), "# "}
	case format == "json", format == "sarif", format == "gitlab":
		return o.json()
	}
	return o
}

// raw is the outlet for bytes that must arrive as they are: files for programs, and a plan.
func (o *outlet) raw() io.Writer {
	o.flush()
	return rawOutlet{o}
}

// json is the outlet for JSON, in whose texts alone a command can stand: an escape spells
// its first sign and what would move a cursor, and programs read what was meant.
func (o *outlet) json() io.Writer { return signOutlet{jsonOutlet{o.raw()}, `\u0023`} }

// signOutlet takes whole lines, and writes a sign in place of that which begins a command.
type signOutlet struct {
	to   io.Writer
	sign string
}

func (o signOutlet) Write(p []byte) (int, error) {
	if _, err := o.to.Write(inLine(p, o.sign)); err != nil {
		return 0, err
	}
	return len(p), nil
}

// jsonOutlet takes whole texts of JSON, and spells the characters that a terminal obeys.
type jsonOutlet struct{ to io.Writer }

func (o jsonOutlet) Write(p []byte) (int, error) { return o.to.Write(spelt(p)) }

type rawOutlet struct{ *outlet }

func (o rawOutlet) Write(p []byte) (int, error) {
	if o.put(p); o.err != nil {
		return 0, o.err
	}
	return len(p), nil
}

// lost is the error of a write to standard output.
type lost struct{ error }

func (l lost) Error() string { return "cannot write to standard output: " + reason(l.error) }
func (l lost) Unwrap() error { return l.error }
