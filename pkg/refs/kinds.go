package refs

import (
	"cmp"
	"strings"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// What a template calls the treaty and the unit in running text. Not every treaty is a
// convention, and not every unit's name lacks its treaty's.

// treaties are what treaties are, and units what units are, as their names say it.
var (
	treaties = strings.Fields("Convention Treaty Protocol Agreement Covenant Charter Statute Accord Pact Traité Protocole Pacte Convenio Convención Tratado Acuerdo Protocolo")
	units    = strings.Fields("Unit Secretariat Office Bureau Centre Center Team Service Section Division Department Group Unité Secrétariat Unidad Secretaría")
)

// TreatyKind returns the word of a treaty's name that says what the treaty is: Protocol
// for "Kyoto Protocol to the Framework Convention"; "" where the name has none.
func TreatyKind(name string) string { return first(name, treaties) }

// first returns the first word of a text that is one of a list.
func first(s string, list []string) string {
	for _, w := range strings.Fields(s) {
		w = strings.Trim(w, ",;()")
		for _, known := range list {
			if strings.EqualFold(w, known) {
				return w
			}
		}
	}
	return ""
}

// kinds adds the names for what the treaty and the unit are, and for the unit together
// with its treaty.
func (n *Names) kinds(d plan.Document) {
	const convention, unit = "${document.convention}", "${document.unit}"
	n.made("convention_kind", cmp.Or(TreatyKind(d.Convention.Value), convention))
	n.made("unit_kind", cmp.Or(first(d.Unit.Value, units), unit))
	n.made("convention_with_short", convention+inBrackets("short", d.Short))
	unitWithShort := unit + inBrackets("unit_short", d.UnitShort)
	n.made("unit_with_short", unitWithShort)
	inFull, shortly := convention+" "+unitWithShort, "${document.short} "+unit
	if named(d.Unit, d.Convention, "convention") || named(d.Unit, d.Short, "short") {
		inFull, shortly = unitWithShort, unit
	}
	if !d.Short.IsSet() {
		shortly = unit
	}
	n.made("unit_in_full", inFull)
	n.made("short_unit", shortly)
}

// made adds a name whose words are made of others.
func (n *Names) made(name, text string) {
	n.fixed["document."+name] = Value{Kind: Words, Prose: source.At[string]{Value: text}}
}

// inBrackets is an abbreviation as it stands behind the name; nothing where there is none.
func inBrackets(name string, short source.At[string]) string {
	if !short.IsSet() {
		return ""
	}
	return " (${document." + name + "})"
}

// named reports whether the unit's name has the treaty's, typed or quoted.
func named(unit, treaty source.At[string], name string) bool {
	return strings.Contains(unit.Value, "${document."+name+"}") ||
		treaty.IsSet() && strings.Contains(" "+unit.Value+" ", " "+treaty.Value+" ")
}
