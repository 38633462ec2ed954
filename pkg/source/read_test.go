package source

import (
	"os"
	"strings"
	"testing"
)

// TestReadOnce: a file is read once, until it is made to forget.
func TestReadOnce(t *testing.T) {
	f := NewFile("a.yaml", []byte("a: 1\na: 2\n"))
	one, problems := Parse(f)
	again, same := Parse(f)
	if one != again || len(problems) != 1 || len(same) != 1 {
		t.Errorf("the nodes are others: %v, %v", problems, same)
	}
	f.Forget()
	if other, _ := Parse(f); other == one {
		t.Error("the nodes were not forgotten")
	}
}

// TestEnds: where a value ends that stands in the file as it is, is where following each of
// its characters ends.
func TestEnds(t *testing.T) {
	plan, err := os.ReadFile("../../plans/2018.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{string(plan), "a: b c  # d\nb: 'it''s'\nc: \"x\\ty\"\nd: >-\n  one\n  two\ne: |\n  x\nf: a\n  b\ng: [a, 'b', \"c\" , d ]\nh: 'é'\ni: é ü\nj: ''\nk:\nl: \"a\\\nb\"\nm: so\u00adft\nn: \uFB01t\no: 'a b '\n"} {
		root, _ := Parse(NewFile("a.yaml", []byte(text)))
		simple := 0
		var see func(n Node)
		see = func(n Node) {
			if n.Kind() == Scalar {
				offsets := n.offsets(n.Start())
				end, ok := n.simpleEnd(n.Start().Offset)
				if ok {
					simple++
				}
				if ok && end != offsets[len(offsets)-1] {
					t.Errorf("%q ends at %d, not at %d", n.Text(), offsets[len(offsets)-1], end)
				}
			}
			for _, item := range n.Items() {
				see(item)
			}
			for k, v := range n.Pairs() {
				see(k)
				see(v)
			}
		}
		see(root)
		if simple == 0 {
			t.Errorf("none is simple in\n%s", strings.TrimSpace(text)[:40])
		}
	}
}
