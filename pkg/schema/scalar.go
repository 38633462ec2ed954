package schema

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/source"
)

// scalar declares a type that is written as one value. Parse gets the value's
// text and returns what is wrong with it, or an empty message.
func scalar[T any](name, doc string, parse func(n source.Node) (T, *fault)) Type[source.At[T]] {
	return Type[source.At[T]]{shape: &Shape{Name: name, Doc: doc, JSON: []string{"string"}},
		read: func(r *Reader, n source.Node) (source.At[T], bool) {
			at := source.At[T]{Node: n}
			if !wants(r, n, source.Scalar, name, nil) {
				return at, false
			}
			if n.IsNull() {
				r.empty(n, name)
				return at, false
			}
			value, fault := parse(n)
			if fault != nil {
				r.Add(fault.finding(n))
				return at, false
			}
			at.Value = value
			return at, true
		}}
}

type fault struct {
	rule          diag.Rule
	message, hint string
	right         string // what is meant without a doubt, "" where that takes a decision
}

func wrong(rule diag.Rule, message, hint string) *fault {
	return &fault{rule: rule, message: message, hint: hint}
}

func (f *fault) finding(n source.Node) diag.Finding {
	found := diag.Finding{Rule: f.rule, Span: n.Span(), Message: f.message, Hint: f.hint}
	if f.right != "" {
		found.Fix = []diag.Edit{{Span: n.Span(), Text: f.right}}
	}
	return found
}

// Text is a text of one line or more; breaks and runs of blanks count as one blank.
var Text = With(scalar("a text", "text; line breaks count as blanks", func(n source.Node) (string, *fault) {
	if strings.TrimSpace(n.Text()) == "" {
		return "", wrong(WrongType, "the text is empty", "fill it in, or delete the key")
	}
	return n.Text(), overlong(n.Text())
}), Scalar("string", "number", "boolean"), Written(`\S`), func(s *Shape) { s.Most = LongestText })

// Verbatim is a text that may be blank, such as a space that separates thousands.
var Verbatim = Type[source.At[string]]{shape: &Shape{Name: "a text as it stands", Doc: "text, blank or not",
	JSON: []string{"string", "number", "boolean", "null"}, Use: AsSetting},
	read: func(r *Reader, n source.Node) (source.At[string], bool) {
		return source.At[string]{Value: n.Text(), Node: n}, wants(r, n, source.Scalar, "a text", nil)
	}}

// ID is a name of the author's choice that stays the same from year to year.
var ID = With(scalar("an id", "lower-case letters, digits, - and _, beginning with a letter", idOf), Written(idPattern), Used(AsID))

const idPattern = `^[a-z][a-z0-9_-]{0,63}$`

func idOf(n source.Node) (string, *fault) {
	if !IsID(n.Text()) {
		return "", wrong(BadID, fmt.Sprintf("%q cannot be an id", clip(n.Text())),
			"use lower-case letters, digits, - and _, beginning with a letter, such as "+example(n.Text()))
	}
	if text := n.Text(); (text == "true" || text == "false") && n.IsUnquoted() {
		return "", wrong(BadID, text+" is no id, but says yes or no", "take another id, or put it in quotes")
	}
	return n.Text(), nil
}

// IsID reports whether a text can be an id. It is looked up for every line of a large plan, so it does
// without a regular expression.
func IsID(s string) bool {
	if s == "" || len(s) > 64 || s[0] < 'a' || s[0] > 'z' {
		return false
	}
	for i := 1; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' && c != '-' {
			return false
		}
	}
	return true
}

func example(text string) string {
	if slug := Slug(text); slug != "" {
		return slug
	}
	return "stockpile-destruction"
}

// YearOrColumn names a year, or a column of the budget.
var YearOrColumn = With(Column, Named("a year or a column", "a year, or a column of the budget, such as 2026"))

// Column names a column of a table: an id that may begin with a digit, as years do.
var Column = With(scalar("a column", "lower-case letters, digits, - and _, such as 2018 or approved", func(n source.Node) (string, *fault) {
	if !IsColumn(n.Text()) {
		return "", wrong(BadID, fmt.Sprintf("%q cannot be the id of a column", clip(n.Text())),
			"use lower-case letters, digits, - and _, such as 2018 or approved")
	}
	return n.Text(), nil
}), Named("a column id", "lower-case letters, digits, - and _, such as 2018 or approved"),
	Scalar("string", "integer"), Written(columnPattern), AtLeast("0"), Example("2018"), Used(AsReference), To("budget/columns"))

var columnForm = pattern.Lazy(columnPattern)

// IsColumn reports whether a text can name a column.
func IsColumn(s string) bool { return columnForm().MatchString(s) }

// Path names another element of the plan by ids joined with slashes.
var Path = With(scalar("a path", "ids joined with slashes, such as mandate/presidency", func(n source.Node) (string, *fault) {
	if !pathForm().MatchString(n.Text()) || n.IsPlain() && (n.Text() == "true" || n.Text() == "false") { // these are no text to others
		return "", wrong(BadID, fmt.Sprintf("%q cannot be a path", clip(n.Text())),
			"write ids joined with slashes, such as mandate/presidency")
	}
	return n.Text(), nil
}), Written(pathPattern), Example("mandate/presidency"), Used(AsReference))

var pathForm = pattern.Lazy(pathPattern)

// Amount is a decimal number that is not negative.
var Amount = With(scalar("an amount", "digits with at most one decimal point, not negative", func(n source.Node) (money.Decimal, *fault) {
	return number(n, false)
}), Scalar("number"), AtLeast("0"), Below(beyond), Used(AsAmount))

// Signed is a decimal number that may be negative.
var Signed = With(scalar("a number", "digits with at most one decimal point", func(n source.Node) (money.Decimal, *fault) {
	return number(n, true)
}), Scalar("number"), Above("-"+beyond), Below(beyond), Used(AsAmount))

// Money is an amount of money that is not negative, and SignedMoney one that may be. The
// reader keeps those with three decimals, on which a plan's rounding decides.
var (
	Money       = amountOfMoney(Amount)
	SignedMoney = amountOfMoney(Signed)
)

func amountOfMoney(of Type[source.At[money.Decimal]]) Type[source.At[money.Decimal]] {
	t := With(of, Used(AsMoney))
	t.read = func(r *Reader, n source.Node) (source.At[money.Decimal], bool) {
		d, ok := of.read(r, n)
		if ok && money.HasThreeDecimals(n.Text()) {
			r.threeDecimals = append(r.threeDecimals, n)
		}
		return d, ok
	}
	return t
}

func number(n source.Node, signed bool) (money.Decimal, *fault) {
	if !n.IsPlain() && looksNumeric().MatchString(n.Text()) {
		if _, bad := money.Parse(n.Text()); bad == nil {
			return money.Zero, &fault{rule: BadNumber, message: "this number stands in quotes", hint: "take the quotes away: " + n.Text(), right: n.Text()}
		}
	}
	d, bad := money.Parse(n.Text())
	switch {
	case bad != nil:
		return money.Zero, wrong(BadNumber, bad.Message, bad.Hint)
	case d.IsNegative() && !signed:
		return money.Zero, wrong(BadNumber, fmt.Sprintf("%s is negative, which makes no sense here", n.Text()), "leave the minus sign out")
	}
	return d, nil
}

var looksNumeric = pattern.Lazy(`^-?[0-9]`)

// Percent is a rate in per cent, written with its sign %; its value is 20 for "20%".
var Percent = With(scalar("a percentage", "a number and the sign %, such as 20% or 7.5%", func(n source.Node) (money.Decimal, *fault) {
	d, bad := percent(n)
	if bad == nil && d.IsNegative() {
		return money.Zero, wrong(BadNumber, "a negative percentage makes no sense here", "leave the minus sign out")
	}
	return d, bad
}), Written(percentPattern), Example("20%"), Used(AsAmount))

// SignedPercent is a rate in per cent that may be negative, such as a vacancy rate of -5%.
var SignedPercent = With(scalar("a signed percentage", "a number and the sign %, such as 20% or -5%", percent),
	Written(signedPercentPattern), Example("20%"), Used(AsAmount))

func percent(n source.Node) (money.Decimal, *fault) {
	text, hasSign := strings.CutSuffix(n.Text(), "%")
	text = strings.TrimRight(text, " ")
	d, bad := money.Parse(text)
	switch {
	case bad != nil && (strings.HasPrefix(text, "\u2212") || strings.HasPrefix(text, "–")):
		return money.Zero, wrong(BadNumber, fmt.Sprintf("%q is not a percentage", clip(n.Text())), "write a negative one with a plain hyphen, such as -5%")
	case bad != nil && hasSign && len(bad.Readings) > 0:
		return money.Zero, wrong(BadNumber, fmt.Sprintf("%q is not a percentage", clip(n.Text())), "write "+strings.Join(bad.Readings, "% or ")+"%")
	case bad != nil:
		return money.Zero, wrong(BadNumber, fmt.Sprintf("%q is not a percentage", clip(n.Text())), "write a number and the sign %, such as 20%")
	case !hasSign:
		return money.Zero, wrong(BadNumber, fmt.Sprintf("the percentage %s has no %% sign", text), "write "+text+"%"+fraction(d))
	}
	return d, nil
}

// fraction offers the other meaning of a rate that may be a fraction of 1.
func fraction(d money.Decimal) string {
	if d.Abs().GreaterThan(money.New(1)) || d.IsZero() {
		return ""
	}
	return ", or " + d.Mul(money.Hundred).String() + "% if a fraction of 1 was meant"
}

// Whole is a whole number from 0 to 999,999,999.
var Whole = With(scalar("a whole number", "digits", whole), Scalar("integer"), AtLeast("0"), AtMost("999999999"), Used(AsAmount))

func whole(n source.Node) (int, *fault) {
	d, bad := number(n, false)
	if bad != nil {
		return 0, bad
	}
	if !d.IsInteger() || d.GreaterThan(money.New(999999999)) || money.HasThreeDecimals(n.Text()) {
		return 0, wrong(BadNumber, n.Text()+" is not a whole number", "write digits only")
	}
	return int(d.IntPart()), nil
}

// WholeUpTo is a whole number from 0 to most.
func WholeUpTo(most int) Type[source.At[int]] {
	return With(scalar("a whole number", "digits, "+strconv.Itoa(most)+" at the most", func(n source.Node) (int, *fault) {
		d, bad := whole(n)
		if bad == nil && d > most {
			return 0, wrong(BadNumber, fmt.Sprintf("%s is too much here: the most is %d", clip(n.Text()), most), fmt.Sprintf("write a number from 0 to %d", most))
		}
		return d, bad
	}), Scalar("integer"), AtLeast("0"), AtMost(strconv.Itoa(most)), Used(AsAmount))
}

// Days is a number of days, written with the word: "60 days".
var Days = With(scalar("a number of days", "a whole number and the word days, such as 60 days", func(n source.Node) (int, *fault) {
	m := daysForm().FindStringSubmatch(n.Text())
	if m == nil {
		return 0, wrong(BadValue, fmt.Sprintf("%q is not a number of days", clip(n.Text())), "write it like 60 days")
	}
	days, _ := strconv.Atoi(m[1])
	return days, nil
}), Written(daysPattern), Example("60 days"), Used(AsAmount))

var daysForm = pattern.Lazy(daysPattern)

// Currency is an ISO 4217 currency code.
var Currency = With(scalar("a currency", "an ISO 4217 code, such as CHF, EUR or USD", func(n source.Node) (money.Currency, *fault) {
	c := money.Currency(n.Text())
	if !c.IsValid() {
		hint := "write its three letters, such as CHF, EUR or USD"
		if near := diag.Suggest(strings.ToUpper(n.Text()), money.Codes()); near != "" {
			hint = "did you mean `" + near + "`?"
		}
		return "", wrong(BadValue, fmt.Sprintf("%q is no currency of ISO 4217", clip(n.Text())), hint)
	}
	return c, nil
}), OneOf(currencies), Example("CHF"), Used(AsCode))

// Choice declares a value out of a few.
func Choice(name string, values ...string) Type[source.At[string]] {
	t := scalar(name, "one of "+strings.Join(values, ", "), func(n source.Node) (string, *fault) {
		for _, v := range values {
			if n.Text() == v {
				return v, nil
			}
		}
		return "", wrong(BadValue, fmt.Sprintf("%q is not %s", clip(n.Text()), name), diag.DidYouMean(n.Text(), values))
	})
	t.shape.Values, t.shape.Use = values, AsSetting
	return t
}

// Formed declares a text of a fixed form.
func Formed(name, hint string, fits func(string) bool) Type[source.At[string]] {
	return scalar(name, hint, func(n source.Node) (string, *fault) {
		if !fits(n.Text()) {
			return "", wrong(BadValue, fmt.Sprintf("%q is not %s", clip(n.Text()), name), hint)
		}
		return n.Text(), nil
	})
}

const languagePattern = `^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`

var languageForm = pattern.Lazy(languagePattern)

// LanguageTag reads the tag of a language, such as en or fr-CA (BCP 47).
var LanguageTag = With(Formed("a language tag", "write a code such as en, fr or es", languageForm().MatchString), Written(languagePattern), Used(AsSetting))

func clip(s string) string {
	if runes := []rune(s); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return s
}

// Flag is true or false.
var Flag = With(scalar("true or false", "true or false", func(n source.Node) (bool, *fault) {
	if n.IsPlain() && (n.Text() == "true" || n.Text() == "false") {
		return n.Text() == "true", nil
	}
	return false, wrong(BadValue, fmt.Sprintf("%q is neither true nor false", clip(n.Text())), "write true or false")
}), Scalar("boolean"), Used(AsSetting))

const columnPattern = `^[a-z0-9][a-z0-9_-]{0,63}$`

const pathPattern = `^[a-z][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*$`

const daysPattern = `^([0-9]{1,5}) days?$`
