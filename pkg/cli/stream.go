package cli

import (
	"bytes"
	"io"
	"unicode"
)

// outlet is standard output. It remembers that a write failed, so that no command
// and no library can lose a result without a word. What a plan says cannot be taken for a
// command by the service whose log it comes to: see disarm.
type outlet struct {
	to   io.Writer
	err  error
	line []byte // the last line, as far as it was written
}

// longestLine is how much of a line is kept back until its end is known.
const longestLine = 1 << 16

func (o *outlet) Write(p []byte) (int, error) {
	end := bytes.LastIndexByte(p, '\n') + 1
	if end == 0 && len(o.line)+len(p) < longestLine {
		o.line = append(o.line, p...)
		return len(p), o.err
	}
	if end == 0 {
		end = len(p)
	}
	whole := p[:end]
	if len(o.line) > 0 {
		whole = append(o.line, whole...)
	}
	o.put(disarm(whole))
	o.line = append(o.line[:0], p[end:]...)
	if o.err != nil {
		return 0, o.err
	}
	return len(p), nil
}

// flush writes what has no line break behind it.
func (o *outlet) flush() {
	o.put(disarm(o.line))
	o.line = nil
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
	case binary, format == "github": // annotations are commands, and meant to be
		return o.raw()
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
// its first sign, and programs read what was meant.
func (o *outlet) json() io.Writer { return jsonOutlet{o.raw()} }

type jsonOutlet struct{ to io.Writer }

func (o jsonOutlet) Write(p []byte) (int, error) {
	if _, err := o.to.Write(inLine(p, `\u0023`)); err != nil {
		return 0, err
	}
	return len(p), nil
}

type rawOutlet struct{ *outlet }

func (o rawOutlet) Write(p []byte) (int, error) {
	if o.put(p); o.err != nil {
		return 0, o.err
	}
	return len(p), nil
}

// disarm puts a blank into what services that run checks take for their commands: "::" at
// the beginning of a line (GitHub), and "##[", "##vso[" and "##teamcity[" wherever they stand
// (Azure, TeamCity, GitHub's older form).
func disarm(text []byte) []byte {
	if !bytes.Contains(text, []byte("::")) && !bytes.Contains(text, []byte("##")) {
		return text
	}
	var out []byte
	for line := range bytes.Lines(text) {
		body := bytes.TrimLeftFunc(line, unicode.IsSpace)
		if bytes.HasPrefix(body, []byte("::")) {
			out = append(out, line[:len(line)-len(body)]...)
			out = append(out, ": "...)
			line = body[1:]
		}
		out = append(out, inLine(line, "# ")...)
	}
	return out
}

// inLine writes the first sign of a command within a line in another way.
func inLine(line []byte, sign string) []byte {
	for _, command := range []string{"##[", "##vso[", "##teamcity["} {
		if bytes.Contains(line, []byte(command)) {
			line = bytes.ReplaceAll(line, []byte(command), []byte(sign+command[1:]))
		}
	}
	return line
}

// lost is the error of a write to standard output.
type lost struct{ error }

func (l lost) Error() string { return "cannot write to standard output: " + reason(l.error) }
func (l lost) Unwrap() error { return l.error }
