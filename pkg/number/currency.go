package number

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// amount takes up the currency before or behind a number.
func (r *reader) amount(n *Number) bool {
	if c := r.currencyBefore(n.First); c != "" {
		n.Currency, n.From = c, r.currencyFrom(n.First)
		return true
	}
	at := n.Next
	if adjectives[strings.ToLower(r.at(at).Text)] || r.at(at).Text == "US" {
		at++
	}
	if w := r.at(at); isCurrency(w.Text) {
		n.Currency = w.Text
		n.take(r, at+1-n.Next)
		return true
	}
	return false
}

var (
	adjectives = set("swiss us american canadian australian")
	// moneys are the currencies that texts spell out.
	moneys  = set("francs franc dollars dollar euros euro pounds yen")
	symbols = set("$ € £ ¥")
)

// isCurrency reports a word that names a currency.
func isCurrency(word string) bool {
	return len(word) == 3 && money.Currency(word).IsValid() || moneys[word] || symbols[word]
}

// currencyBefore returns the currency right before a word; "" for none.
func (r *reader) currencyBefore(at int) string {
	if w := r.at(at - 1); isCurrency(w.Text) {
		if w.Text == "$" && r.is(at-2, "US") && w.Glued {
			return "US$"
		}
		return w.Text
	}
	return ""
}

// currencyFrom returns where the currency right before a word begins.
func (r *reader) currencyFrom(at int) int {
	if r.currencyBefore(at) == "US$" {
		return r.words[at-2].From
	}
	return r.words[at-1].From
}
