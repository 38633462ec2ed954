package format_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/source"
)

// spot is a place where a comment can stand, and whose it is there.
type spot struct {
	at    int
	text  string // with %s for the comment
	owner string // the path of the key or item
	where string // above, behind or below it
}

// spots returns the places of a plan where a comment can stand.
func spots(f *source.File, root source.Node) []spot {
	text := string(f.Bytes)
	lineEnd := func(at int) int {
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			return at + i
		}
		return len(text)
	}
	var list []spot
	var element func(path string, x, value source.Node, indent int, flow bool)
	inside := func(path string, n source.Node) {
		for k, v := range n.Pairs() {
			element(path+"/"+k.Text(), k, v, k.Start().Col-1, n.IsFlow())
		}
		for i, item := range n.Items() {
			indent := n.Start().Col - 1
			element(path+"/"+strconv.Itoa(i), item, item, indent, n.IsFlow())
		}
	}
	element = func(path string, x, value source.Node, indent int, flow bool) {
		start, end := x.Start().Offset, value.Span().End.Offset
		raw := value.Span().Text()
		isBlock := strings.HasPrefix(raw, "|") || strings.HasPrefix(raw, ">")
		switch {
		case flow:
			list = append(list, spot{start, "\n  # %s\n ", path, "above"}, spot{end, " # %s\n ", path, "behind"})
		default:
			line := start - (x.Start().Col - 1)
			if before := strings.TrimLeft(text[line:start], " "); before == "" || before == "- " {
				if before == "- " && value != x { // the first key of an item: its item stands above the dash
					break
				}
				list = append(list, spot{line, strings.Repeat(" ", indent) + "# %s\n", path, "above"})
			}
		}
		if !flow {
			switch {
			case isBlock:
				list = append(list, spot{lineEnd(value.Start().Offset), " # %s", path, "behind"})
				list = append(list, spot{lineEnd(end), "\n" + strings.Repeat(" ", indent+1) + "# %s", path, "below"})
			case value.Kind() == source.Scalar || value.IsFlow():
				list = append(list, spot{end, " # %s", path, "behind"})
				list = append(list, spot{lineEnd(end), "\n" + strings.Repeat(" ", indent+2) + "# %s", path, "below"})
			default:
				if value != x {
					list = append(list, spot{lineEnd(x.Start().Offset), " # %s", path, "behind"})
				}
				list = append(list, spot{lineEnd(end), "\n" + strings.Repeat(" ", indent+1) + "# %s", path, "below"})
			}
		}
		if value.IsFlow() {
			list = append(list, spot{value.Start().Offset + 1, " # %s\n ", path, "behind"}, spot{end - 1, "\n # %s\n ", path, "below"})
		}
		inside(path, value)
	}
	inside("", root)
	list = append(list, spot{0, "# %s\n\n", "", "above"}, spot{len(text), "\n\n# %s\n", "", "below"})
	return list
}

// with puts comments into a plan; they are called by their place in the list.
func with(text string, list []spot, chosen []int) string {
	slices.SortStableFunc(chosen, func(a, b int) int { return list[b].at - list[a].at })
	for _, i := range chosen {
		s := list[i]
		text = text[:s.at] + fmt.Sprintf(s.text, "comment-"+strconv.Itoa(i)+".") + text[s.at:]
	}
	return text
}

// lines returns the path of each key and item of a text by the line that it begins on, and
// the paths in the order of the lines.
func pathLines(root source.Node) map[string]int {
	found := map[string]int{}
	var see func(path string, n source.Node)
	see = func(path string, n source.Node) {
		for k, v := range n.Pairs() {
			found[path+"/"+k.Text()] = k.Start().Line
			see(path+"/"+k.Text(), v)
		}
		for i, item := range n.Items() {
			found[path+"/"+strconv.Itoa(i)] = item.Start().Line
			see(path+"/"+strconv.Itoa(i), item)
		}
	}
	see("", root)
	return found
}

var comment = regexp.MustCompile(`# comment-(\d+)\.`)

// held looks for each comment in the canonical form, by lines alone, and reports those that
// stand elsewhere than at their owner.
func held(out string, list []spot, chosen []int) []string {
	f := source.NewFile("out.yaml", []byte(out))
	root, _ := source.Parse(f)
	starts := pathLines(root)
	lines := strings.Split(out, "\n")
	where := map[int]int{}
	for i, line := range lines {
		for _, m := range comment.FindAllStringSubmatch(line, -1) {
			n, _ := strconv.Atoi(m[1])
			where[n] = i + 1
		}
	}
	isCode := func(n int) bool { t := strings.TrimSpace(lines[n-1]); return t != "" && t[0] != '#' }
	var wrong []string
	for _, i := range chosen {
		s, at := list[i], where[i]
		start := starts[s.owner]
		next, last := at, at-1
		for next <= len(lines) && !isCode(next) {
			next++
		}
		for last > 0 && !isCode(last) {
			last--
		}
		belongs := func(line int) bool { // to the owner, by what begins last up to the line
			best, of := 0, ""
			for path, n := range starts {
				if n <= line && (n > best || n == best && len(path) > len(of)) {
					best, of = n, path
				}
			}
			return of == s.owner || strings.HasPrefix(of, s.owner+"/")
		}
		ok := at > 0
		switch {
		case !ok:
		case s.owner == "" && s.where == "above":
			ok = at == 1
		case s.owner == "":
			ok = next > len(lines)
		case s.where == "above" || s.where == "behind" && !isCode(at):
			ok = next == start
		case s.where == "behind":
			ok = at == start
		default:
			ok = belongs(last) && (next > len(lines) || !belongs(next)) || next == start // above a text
		}
		if !ok {
			wrong = append(wrong, fmt.Sprintf("comment %d, %s %s, stands in line %d", i, s.where, s.owner, at))
		}
	}
	return wrong
}

// TestCommentsStay holds that a comment stays with what it stands at, wherever in a plan that
// is, one at a time and many together.
func TestCommentsStay(t *testing.T) {
	paths, _ := filepath.Glob("../../testdata/*/*.yaml")
	for _, path := range append(paths, "../../plans/2018.yaml") {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := source.NewFile(path, text)
		root, problems := source.Parse(f)
		if len(problems) > 0 {
			t.Fatal(path)
		}
		list := spots(f, root)
		random := rand.New(rand.NewPCG(1, uint64(len(text))))
		const tries = 12
		for try := range tries {
			var chosen []int
			taken := map[string]bool{}
			for _, i := range random.Perm(len(list))[:1+try*try*7%97] {
				if key := strconv.Itoa(list[i].at); !taken[key] { // two at one place could change places
					taken[key] = true
					chosen = append(chosen, i)
				}
			}
			in := with(string(text), list, chosen)
			once, ok := formatted(t, path, []byte(in))
			if !ok {
				t.Fatalf("%s cannot be formatted:\n%s", path, in)
			}
			if wrong := held(string(once), list, chosen); len(wrong) > 0 {
				t.Fatalf("%s\n%s\nbefore:\n%s\nafter:\n%s", path, strings.Join(wrong, "\n"), in, once)
			}
			if twice, _ := formatted(t, path, once); string(twice) != string(once) {
				t.Fatalf("%s is formatted twice in two ways:\n%s\n%s", path, once, twice)
			}
		}
	}
}
