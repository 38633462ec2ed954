package plan

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Contribution shares an amount out over Parties, such as what they are assessed for a fund.
type Contribution struct {
	schema.Origin
	ID      ID
	Label   Prose
	Of      ID                         // whose amount it is
	Percent cost.Series[money.Decimal] // what part of that
	Amount  cost.Series[cost.Cell]     // or the amount itself
	How     source.At[string]          // by scale, where it is not written
	Shared  ContributionParts          // or parts of the amount, each shared out in its own way
	Cap     source.At[money.Decimal]   // the most that a Party pays, in per cent
	Floor   source.At[money.Decimal]   // the least that one pays which pays at all
	LDC     source.At[money.Decimal]   // the most that a least developed country pays
	Below   source.At[money.Decimal]   // whoever is below it on the scale pays nothing
	Minimum source.At[money.Decimal]   // the least that one pays, in money
	Count   ID                         // the fact that says how many Parties there are
	Stated  cost.Series[cost.Cell]     // what the submitted document prints as their sum
	List    source.At[string]          // a file with the Parties
	Sheet   source.At[string]          // of a workbook
	Heads   Heads                      // what the file calls its columns
	// Parties are those of the plan, or of the list once that is read.
	Parties []Party
}

// ContributionParts are parts of an amount in per cent, by how each is shared out.
type ContributionParts struct {
	schema.Origin
	Scale, Equally, Shares, Weights source.At[money.Decimal]
}

// Heads are the heads of the columns of a list in a file, where they are not the usual ones.
type Heads struct {
	schema.Origin
	Party, LDC, Arrears                source.At[string]
	Scale, Share, Weight, Paid, Stated cost.Series[string]
}

// Party is a Party, and what says how much it pays.
type Party struct {
	schema.Origin
	Name    source.At[string]
	Scale   cost.Series[money.Decimal] // its rate on the scale, in per cent
	Share   cost.Series[money.Decimal] // what it pays in per cent, whatever its scale
	Weight  cost.Series[money.Decimal]
	LDC     source.At[bool] // a least developed country
	Paid    cost.Series[money.Decimal]
	Arrears source.At[money.Decimal] // what it owes of years before
	Stated  cost.Series[cost.Cell]
}

// Key returns the name by which references know a Party: its letters in lower case, without
// accents, with hyphens: cote-d-ivoire.
func (p *Party) Key() string { return PartyKey(p.Name.Value) }

// PartyKey returns the key of a Party of a name.
func PartyKey(name string) string {
	return strings.Trim(schema.Slug("x-" + name)[1:], "-")
}

// Ways in which an amount is shared out.
const (
	ByScale   = "scale"
	Equally   = "equally"
	ByShares  = "shares"
	ByWeights = "weights"
)

// Path names the contributions in findings and waivers.
func (c *Contribution) Path() string { return "budget/contributions/" + c.ID.Value }

// Ways returns the ways in which the amount is shared out, with their parts in per cent.
func (c *Contribution) Ways() []Way {
	if !c.Wrote("parts") {
		how := c.How.Value
		if how == "" {
			how = ByScale
		}
		return []Way{{how, money.Hundred}}
	}
	var ways []Way
	for _, w := range []struct {
		how  string
		part source.At[money.Decimal]
	}{{ByScale, c.Shared.Scale}, {Equally, c.Shared.Equally}, {ByShares, c.Shared.Shares}, {ByWeights, c.Shared.Weights}} {
		if w.part.IsSet() && w.part.Value.IsPositive() {
			ways = append(ways, Way{w.how, w.part.Value})
		}
	}
	return ways
}

// Way is how a part of an amount is shared out.
type Way struct {
	How     string
	Percent money.Decimal
}

// Needs reports whether a part of the amount is shared out in a way.
func (c *Contribution) Needs(how string) bool {
	for _, w := range c.Ways() {
		if w.How == how {
			return true
		}
	}
	return false
}

// eachSeries shows the columns that values of the contributions name, and those that they may
// name.
func (c *Contribution) eachSeries(amounts, all []string, see func(keys []source.At[string], known []string)) {
	see(c.Percent.Keys(), amounts)
	see(c.Amount.Keys(), amounts)
	see(c.Stated.Keys(), all)
	for _, s := range []cost.Series[string]{c.Heads.Scale, c.Heads.Share, c.Heads.Weight, c.Heads.Paid} {
		see(s.Keys(), amounts)
	}
	see(c.Heads.Stated.Keys(), all)
	for i := range c.Parties {
		p := &c.Parties[i]
		for _, s := range []cost.Series[money.Decimal]{p.Scale, p.Share, p.Weight, p.Paid} {
			see(s.Keys(), amounts)
		}
		see(p.Stated.Keys(), all)
	}
}
