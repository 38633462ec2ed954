package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// formula is a formula, or a part of one.
type formula struct {
	op       string        // number, text, cells, call, neg, % or an operator
	number   money.Decimal // of a number
	text     string        // of a text; the name of a call
	from, to cellRef       // of cells
	parts    []*formula
}

// isCell reports a formula that is one cell.
func (f *formula) isCell() bool { return f.op == "cells" && f.from == f.to }

// formulaParser parses the formulas that budgets are made of.
type formulaParser struct {
	book  *bookCells
	sheet int // that the formula stands in
	rest  string
	wrong bool
	deep  int
	nodes int
}

// parse parses a formula; nil for what is not understood.
func (b *bookCells) parse(text string, sheet int) *formula {
	p := &formulaParser{book: b, sheet: sheet, rest: text}
	f := p.comparison()
	p.blanks()
	if p.wrong || p.rest != "" {
		return nil
	}
	return f
}

func (p *formulaParser) fail() *formula {
	p.wrong, p.rest = true, ""
	return &formula{op: "text"}
}

func (p *formulaParser) blanks() { p.rest = strings.TrimLeft(p.rest, " \t\r\n") }

// take takes one of several signs.
func (p *formulaParser) take(signs ...string) string {
	p.blanks()
	for _, s := range signs {
		if rest, ok := strings.CutPrefix(p.rest, s); ok {
			p.rest = rest
			return s
		}
	}
	return ""
}

// node makes a part and holds the bounds.
func (p *formulaParser) node(f formula) *formula {
	const most = 2000
	if p.nodes++; p.nodes > most {
		return p.fail()
	}
	return &f
}

func (p *formulaParser) comparison() *formula {
	const deepest = 60
	if p.deep++; p.deep > deepest {
		return p.fail()
	}
	left := p.sum()
	if sign := p.take("<>", "<=", ">=", "=", "<", ">"); sign != "" {
		left = p.node(formula{op: sign, parts: []*formula{left, p.sum()}})
	}
	p.deep--
	return left
}

func (p *formulaParser) sum() *formula {
	left := p.product()
	for {
		sign := p.take("+", "-")
		if sign == "" {
			return left
		}
		left = p.node(formula{op: sign, parts: []*formula{left, p.product()}})
	}
}

func (p *formulaParser) product() *formula {
	left := p.signed()
	for {
		sign := p.take("*", "/")
		if sign == "" {
			return left
		}
		left = p.node(formula{op: sign, parts: []*formula{left, p.signed()}})
	}
}

func (p *formulaParser) signed() *formula {
	negative := false
	for {
		sign := p.take("+", "-")
		if sign == "" {
			break
		}
		negative = negative != (sign == "-")
	}
	f := p.single()
	for p.take("%") != "" {
		f = p.node(formula{op: "%", parts: []*formula{f}})
	}
	if negative {
		f = p.node(formula{op: "neg", parts: []*formula{f}})
	}
	return f
}

// single parses a number, a text, cells, a call or what stands in parentheses.
func (p *formulaParser) single() *formula {
	p.blanks()
	if p.rest == "" {
		return p.fail()
	}
	switch c := p.rest[0]; {
	case p.take("(") != "":
		f := p.comparison()
		if p.take(")") == "" {
			return p.fail()
		}
		return f
	case c == '"':
		end := strings.IndexByte(p.rest[1:], '"')
		if end < 0 {
			return p.fail()
		}
		text := p.rest[1 : 1+end]
		p.rest = p.rest[end+2:]
		return p.node(formula{op: "text", text: text})
	case c >= '0' && c <= '9' || c == '.':
		return p.literal()
	}
	return p.named()
}

func (p *formulaParser) literal() *formula {
	end := 0
	for end < len(p.rest) && (p.rest[end] >= '0' && p.rest[end] <= '9' || p.rest[end] == '.') {
		end++
	}
	text := p.rest[:end]
	p.rest = p.rest[end:]
	if strings.HasPrefix(text, ".") {
		text = "0" + text
	}
	d, fault := money.Parse(strings.TrimSuffix(text, "."))
	if fault != nil {
		return p.fail()
	}
	return p.node(formula{op: "number", number: d})
}

// named parses a call or cells, which may be of another sheet.
func (p *formulaParser) named() *formula {
	sheet := p.sheet
	word := p.word()
	if strings.HasPrefix(p.rest, "!") {
		at, ok := p.book.sheets[strings.ToLower(word)]
		if !ok {
			return p.fail()
		}
		p.rest, sheet = p.rest[1:], at
		word = p.word()
	}
	if word == "" {
		return p.fail()
	}
	if strings.HasPrefix(p.rest, "(") {
		return p.call(strings.ToUpper(word))
	}
	from, ok := refOf(word, sheet)
	if !ok {
		return p.fail()
	}
	to := from
	if strings.HasPrefix(p.rest, ":") {
		p.rest = p.rest[1:]
		if to, ok = refOf(p.word(), sheet); !ok {
			return p.fail()
		}
	}
	return p.node(formula{op: "cells", from: from, to: to})
}

// word takes a name, which may stand in quotes.
func (p *formulaParser) word() string {
	if strings.HasPrefix(p.rest, "'") {
		name, rest, ok := strings.Cut(p.rest[1:], "'")
		for ok && strings.HasPrefix(rest, "'") { // two for one
			var more string
			more, rest, ok = strings.Cut(rest[1:], "'")
			name += "'" + more
		}
		p.rest = rest
		return name
	}
	end := strings.IndexFunc(p.rest, func(r rune) bool {
		return r < 0x80 && r != '_' && r != '.' && r != '$' && (r < '0' || r > '9') && (r|0x20 < 'a' || r|0x20 > 'z')
	})
	if end < 0 {
		end = len(p.rest)
	}
	word := p.rest[:end]
	p.rest = p.rest[end:]
	return word
}

func refOf(word string, sheet int) (cellRef, bool) {
	row, column, ok := xlsx.Position(strings.ReplaceAll(word, "$", ""))
	return cellRef{sheet, row, column}, ok
}

// call parses the arguments of a function.
func (p *formulaParser) call(name string) *formula {
	p.rest = p.rest[1:]
	f := formula{op: "call", text: strings.TrimPrefix(name, "_XLFN.")}
	if p.take(")") != "" {
		return p.node(f)
	}
	for {
		f.parts = append(f.parts, p.comparison())
		if p.take(",", ";") != "" {
			continue
		}
		if p.take(")") == "" {
			return p.fail()
		}
		return p.node(f)
	}
}
