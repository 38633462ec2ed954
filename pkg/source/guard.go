package source

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// guard refuses bytes that are no plan text before a parser sees them.
func guard(f *File) []Problem {
	text := f.Bytes
	refuse := func(code Code, message, hint string) []Problem {
		return []Problem{{Code: code, Message: message, Hint: hint, Span: f.Span(0, 0)}}
	}
	switch {
	case len(text) > MaxBytes:
		return refuse(TooLarge,
			fmt.Sprintf("the file is larger than %d MB, the most that a plan may have", MaxBytes>>20),
			"a plan of this kind has well under 1 MB; is this the right file?")
	case len(bytes.TrimSpace(text)) == 0:
		return refuse(Empty, "the file is empty",
			"a plan begins with the line \"isuplan: 1\"; docs/plan-language.md has a small one to start from")
	case isUTF16(text):
		return refuse(NotText, "the file is saved as UTF-16, not as UTF-8",
			"in the editor choose \"Save with encoding\" (or \"Save as\") and take UTF-8")
	case bytes.IndexByte(text, 0) >= 0:
		return refuse(NotText, "the file is not text: it holds zero bytes",
			"a plan is a text file ending in .yaml; is this a Word, Excel or PDF file?")
	}
	return guardCharacters(f)
}

func isUTF16(text []byte) bool {
	if bytes.HasPrefix(text, []byte{0xFF, 0xFE}) || bytes.HasPrefix(text, []byte{0xFE, 0xFF}) {
		return true
	}
	// Without a mark: every second byte of Latin text is zero.
	sample := text[:min(len(text), 64)]
	zeros := bytes.Count(sample, []byte{0})
	return len(sample) >= 8 && zeros >= len(sample)*2/5 && zeros <= len(sample)*3/5
}

// guardCharacters reports bytes that are not UTF-8 and characters that cannot be
// seen, the first of each kind only: a binary file would have thousands.
func guardCharacters(f *File) []Problem {
	text := f.Bytes
	var problems []Problem
	var widthless []Span
	seen := map[string]bool{}
	add := func(kind string, at, size int, message, hint string) {
		if !seen[kind] {
			seen[kind] = true
			problems = append(problems, Problem{Code: NotText, Span: f.Span(at, at+size), Message: message, Hint: hint})
		}
	}
	for i := 0; i < len(text); {
		b := text[i]
		if b < utf8.RuneSelf {
			if b < ' ' && b != '\n' && b != '\r' && b != '\t' || b == 0x7F {
				add("control", i, 1, fmt.Sprintf("an invisible control character (U+%04X) stands here", b),
					"delete it; it may have come along when text was pasted")
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			add("utf8", i, 1, "this is not valid UTF-8 text",
				"save the file as UTF-8 in your editor; an é saved as Latin-1 looks like this")
		case isHidden(r):
			add("hidden", i, size, fmt.Sprintf("an invisible character (U+%04X) stands here", r),
				"delete it; it changes lines or the direction of text without being seen")
		case isWidthless(r) && !isNeeded(text, i, size):
			widthless = append(widthless, f.Span(i, i+size))
		}
		i += size
	}
	if len(widthless) > 0 {
		problems = append(problems, hides(f, widthless))
	}
	return problems
}

// hides is the problem of characters without width where no script needs them.
func hides(f *File, at []Span) Problem {
	r, _ := utf8.DecodeRune(f.Bytes[at[0].Start.Offset:])
	message := fmt.Sprintf("an invisible character (U+%04X) stands here", r)
	if len(at) > 1 {
		message += fmt.Sprintf("; there are %d in the file", len(at))
	}
	return Problem{Code: NotText, Span: at[0], Message: message, Remove: at,
		Hint: "delete it, or let isuplan check --fix do it; with it nobody finds the word or the number that it stands in"}
}
