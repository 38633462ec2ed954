package document

import (
	"strconv"
	"strings"
)

// Addresses say where the links of a document lead, for whoever has it on paper: a list at the end
// of formats that have pages.
type Addresses struct {
	Title Text
	Notes []Text // each with its number, which is a run of its own, and the address
}

// AddressMark is what stands for the n-th address.
func AddressMark(n int) string { return strconv.Itoa(n) + "/" }

// Linked returns the addresses that a document's links lead to and do not say, each once, in the
// order of print. A chart is a picture, in which nothing leads anywhere.
func (d *Document) Linked() (notes []Text) {
	known := map[string]bool{}
	(&unpictured{printer{each: func(t Text) bool {
		for i := 0; i < len(t); {
			end := t.LinkEnd(i)
			if key := AddressKey(t[i].Link); !known[key] && t[i:end].hidesAddress() {
				known[key] = true
				notes = append(notes, Text{{Text: AddressMark(len(notes)+1) + " ", Address: len(notes) + 1},
					{Text: address(t[i].Link), Link: t[i].Link, Origin: t[i].Origin}})
			}
			i = end
		}
		return true
	}}}).document(d)
	return notes
}

// unpictured shows texts as a printer does, but for those of charts.
type unpictured struct{ printer }

func (u *unpictured) document(d *Document) {
	u.masthead(&d.Masthead)
	Walk(d.Blocks, u)
}

// Box shows what stands in a box.
func (u *unpictured) Box(b *Box, _ Rest) {
	u.text(b.Title)
	Walk(b.Blocks, u)
}

// Chart shows nothing.
func (u *unpictured) Chart(*Chart, Rest) {}

// LinkEnd returns where the link ends that a run begins: one in which some words are bold is
// several runs. What is no link ends with its run.
func (t Text) LinkEnd(from int) int {
	to := from + 1
	for t[from].Link != "" && to < len(t) && t[to].Link == t[from].Link && t[to].Edit == t[from].Edit {
		to++
	}
	return to
}

// hidesAddress reports a link whose text is another than its address.
func (t Text) hidesAddress() bool {
	if t[0].Link == "" {
		return false
	}
	said := strings.TrimSpace(t.String())
	return said != "" && !strings.EqualFold(bare(said), bare(address(t[0].Link)))
}

// LeadsTo returns which of some addresses a link leads to, by AddressKey and from 1, where it does
// not say it itself; 0 for none.
func (t Text) LeadsTo(known map[string]int) int {
	if !t.hidesAddress() {
		return 0
	}
	return known[AddressKey(t[0].Link)]
}

// AddressKey is the same for an address with a slash at its end or without.
func AddressKey(link string) string { return strings.TrimSuffix(address(link), "/") }

const mail = "mailto:"

// address is how an address is printed: that of a person without what only programs want.
func address(link string) string {
	if hasScheme(link, mail) {
		link, _, _ = strings.Cut(link[len(mail):], "?")
	}
	return link
}

// bare is an address without what it begins with for programs, and without a slash at its end.
func bare(address string) string {
	for _, scheme := range []string{"https://", "http://", mail} {
		if hasScheme(address, scheme) {
			address = address[len(scheme):]
			break
		}
	}
	return strings.TrimSuffix(address, "/")
}

func hasScheme(address, scheme string) bool {
	return len(address) > len(scheme) && strings.EqualFold(address[:len(scheme)], scheme)
}
