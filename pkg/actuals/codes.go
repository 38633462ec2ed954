package actuals

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// found are the lines that a text names.
type found struct {
	lines []line
	name  string // the name of the account that stands behind the code
	sub   string // the account below the line's own, as in 7110.01; "" for the line's own
}

// find returns the lines that a text names: by their code, by their id, or by their code with the
// account's name behind it, as in 6100 Travel, 6100 - Travel and 6000 Staff:6100 Travel.
func (m *matcher) find(text string) found {
	if lines := m.byCode[key(text)]; len(lines) > 0 {
		return found{lines: lines}
	}
	if lines := m.byID[key(text)]; len(lines) > 0 {
		return found{lines: lines}
	}
	if last := strings.LastIndexByte(text, ':'); last >= 0 { // accounts below accounts
		if f := m.coded(text[last+1:]); len(f.lines) > 0 {
			return f
		}
		if strings.ContainsAny(text[last+1:], digits) {
			return found{}
		}
		text = text[:last] + " " + text[last+1:]
	}
	return m.coded(text)
}

const digits = "0123456789"

// accountName is what may stand behind a code: the name of the account, which begins with a letter.
var accountName = pattern.Lazy(`^[ \x{a0}]*[-–—·|]?[ \x{a0}]*\pL`)

// coded returns the lines whose code a text begins with. Behind it is a name: in 6100 20 another code may be
// meant. Where there is none, it may be that of an account below one of theirs.
func (m *matcher) coded(text string) found {
	words := strings.Fields(text)
	for _, match := range []func(string) found{m.exact, m.below} {
		for n := min(len(words), mostWords); n > 0; n-- {
			rest := strings.Join(words[n:], " ")
			if rest != "" && !accountName().MatchString(rest) {
				continue
			}
			if f := match(strings.Join(words[:n], " ")); len(f.lines) > 0 {
				f.name = strings.TrimLeft(rest, "-–—·| ")
				return f
			}
		}
	}
	return found{}
}

// mostWords is how many words a code of a line may have, and mostCode how many bytes that of an account.
const (
	mostWords = 6
	mostCode  = 60
)

func (m *matcher) exact(code string) found {
	if !strings.ContainsAny(code, digits) {
		return found{}
	}
	return found{lines: m.byCode[key(code)]}
}

// below returns the lines of an account that is more detailed than the plan: 7110.01, 7110-02 and 7110/3 are
// on the line with the code 7110, and on that with 7110.01 where there is one. 7110-7190 and 7110/8200 are
// several accounts. Of a group the plan has the details itself: 1.3 beside its 1.1 and 1.2 is a line that it lacks.
func (m *matcher) below(code string) found {
	for at := min(len(code), mostCode) - 2; at > 0; at-- {
		if !strings.ContainsRune(".-/", rune(code[at])) || !strings.ContainsAny(code[:at], digits) {
			continue
		}
		above, detail := key(code[:at]), code[at+1:]
		lines := m.byCode[above]
		if len(lines) == 0 {
			continue
		}
		if strings.ContainsAny(detail, " \u00a0") || len(m.byCode[key(detail)]) > 0 || isRange(above, detail) || m.hasGroup(lines) {
			return found{}
		}
		return found{lines: lines, sub: key(code)}
	}
	return found{}
}

func (m *matcher) hasGroup(lines []line) bool {
	return slices.ContainsFunc(lines, func(l line) bool { return m.isGroup[l.id] })
}

// isRange reports two numbers of one length of which the second is the larger.
func isRange(from, to string) bool {
	return len(from) == len(to) && to > from && strings.Trim(from, digits) == "" && strings.Trim(to, digits) == ""
}
