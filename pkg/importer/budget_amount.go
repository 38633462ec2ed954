package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
)

// amountKind says what a cell of figures says.
type amountKind int

const (
	noAmount amountKind = iota // words
	isBlank
	isNil
	isNumber
	isPercent // a number of per cent
	isTwofold // a number that reads in two ways
)

// amount is what a cell of figures says.
type amount struct {
	kind     amountKind
	value    money.Decimal
	shown    int32    // how many decimals are shown
	text     string   // as the file has it
	currency string   // that stands beside it
	readings []string // of a number that reads in two ways
	brackets bool     // it is negative because it stands in parentheses
}

// isSum reports an amount that can be added up.
func (a amount) isSum() bool { return a.kind == isNumber || a.kind == isNil || a.kind == isBlank }

// spellings are what the amounts of a table show of how it writes numbers.
type spellings struct {
	points   bool // points stand between thousands
	commas   bool // commas stand before decimals
	decimals bool // points stand before decimals, though three of them
}

var (
	endMarks   = pattern.Lazy(`(?:[.,]\s?[-–—]+|[-–—]{2,})$`)
	footMarks  = pattern.Lazy(`(?:\s*\*+|\s+[a-z]/)$`)
	nilWords   = setOf("nil none zero - – — − -- .- ./.")
	blankWords = setOf("n/a n.a. na … ... ..")
)

// readAmount reads an amount as people write it.
func (s spellings) readAmount(text string) amount {
	a := amount{text: text}
	t := strings.Join(strings.Fields(text), " ")
	switch {
	case t == "" || blankWords[strings.ToLower(t)], strings.EqualFold(t, "not applicable"):
		a.kind = isBlank
		return a
	case nilWords[strings.ToLower(t)]:
		a.kind = isNil
		return a
	}
	t = strings.TrimSpace(footMarks().ReplaceAllString(t, ""))
	t, a.currency = withoutCurrency(t)
	t, percent := strings.CutSuffix(t, "%")
	t, negative := a.sign(strings.TrimSpace(t))
	if t2, c := withoutCurrency(t); c != "" {
		t, a.currency = t2, c
	}
	if nilWords[t] || t == "" {
		if a.currency != "" {
			a.kind = isNil
		}
		return a
	}
	t = strings.TrimSpace(endMarks().ReplaceAllString(t, ""))
	s.number(&a, t)
	if negative {
		a.value = a.value.Neg()
		for i, r := range a.readings {
			a.readings[i] = "-" + r
		}
	}
	if percent && a.kind == isNumber {
		a.kind = isPercent
	}
	return a
}

// sign takes off what says that an amount is negative or positive.
func (a *amount) sign(t string) (string, bool) {
	if in, ok := strings.CutPrefix(t, "("); ok && strings.HasSuffix(in, ")") {
		a.brackets = true
		return strings.TrimSpace(strings.TrimSuffix(in, ")")), true
	}
	for _, minus := range []string{"-", "–", "−", "—"} {
		if rest, ok := strings.CutPrefix(t, minus); ok {
			return strings.TrimSpace(rest), true
		}
		if rest, ok := strings.CutSuffix(t, minus); ok && rest != "" && rest[len(rest)-1] >= '0' && rest[len(rest)-1] <= '9' {
			return rest, true
		}
	}
	return strings.TrimSpace(strings.TrimPrefix(t, "+")), false
}

// number reads the digits of an amount.
func (s spellings) number(a *amount, t string) {
	if t == "" || strings.HasPrefix(t, "-") {
		return
	}
	_, fault := money.Parse(t)
	readings := []string{t}
	switch {
	case fault == nil && money.HasThreeDecimals(t): // 180.000
		readings = []string{strings.Replace(t, ".", "", 1), money.Unmistakable(t)}
	case fault != nil && strings.TrimLeft(t, "0123456789") == "": // 007
		readings = []string{strings.TrimLeft(t[:len(t)-1], "0") + t[len(t)-1:]}
	case fault != nil && len(fault.Readings) == 0:
		return
	case fault != nil:
		readings = fault.Readings
	}
	if len(readings) > 1 {
		switch comma := strings.Contains(t, ","); {
		case comma && !s.commas, !comma && s.points:
			readings = readings[:1]
		case !comma && s.decimals:
			readings = readings[1:]
		default:
			a.kind, a.readings = isTwofold, readings
			return
		}
	}
	value, fault := money.Parse(readings[0])
	if fault != nil {
		return
	}
	a.kind, a.value = isNumber, value
	if _, fraction, ok := strings.Cut(readings[0], "."); ok {
		a.shown = int32(len(fraction)) //nolint:gosec // at most 30 digits
	}
}

// spellingsOf looks how a table writes its numbers.
func spellingsOf(texts []string) (s spellings) {
	points, commas := pointThousands(), commaDecimals()
	for _, t := range texts {
		s.points = s.points || points.MatchString(t)
		s.commas = s.commas || commas.MatchString(t)
	}
	return s
}

var (
	pointThousands = pattern.Lazy(`^\D*\d{1,3}(?:\.\d{3}){2,}\D*$|^\D*\d{1,3}(?:\.\d{3})+,\d{1,2}\D*$`)
	commaDecimals  = pattern.Lazy(`^[^\d,]*[\d .'’]*\d,\d{1,2}[^\d,]*$`)
)
