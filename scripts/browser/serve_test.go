//go:build browser

package browser_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// desk is a plan that is served, and the tab that shows it.
type desk struct {
	*tab
	file string
}

// serving starts isuplan serve on a copy of the reference plan, opens it, and ends it with
// the test.
func serving(t *testing.T) *desk {
	t.Helper()
	file := filepath.Join(plans(t), "2018.yaml")
	cmd := exec.Command(program, "serve", "--no-browser", file)
	var talk strings.Builder
	cmd.Stderr = &talk
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		ending.Go(func() { // which takes a moment; the next test need not wait for it
			if err := cmd.Wait(); err != nil {
				failures.Add(1)
				fmt.Fprintf(os.Stderr, "isuplan serve ended with %v: %s\n", err, talk.String())
			}
		})
	})
	line := bufio.NewScanner(out)
	if !line.Scan() {
		t.Fatal("isuplan serve says no address")
	}
	origin, _, _ := strings.Cut(line.Text(), "/?")
	d := &desk{open(t, origin+"/"), file}
	d.do(chromedp.EmulateViewport(1280, 900), chromedp.Navigate(line.Text()))
	d.until(`document.querySelector("#paper main, #paper article")`)
	return d
}

func (d *desk) text() string {
	d.t.Helper()
	text, err := os.ReadFile(d.file)
	if err != nil {
		d.t.Fatal(err)
	}
	return string(text)
}

// save writes the plan as an editor does.
func (d *desk) save(text string) {
	d.t.Helper()
	if err := os.WriteFile(d.file+"~", []byte(text), 0o644); err != nil {
		d.t.Fatal(err)
	}
	if err := os.Rename(d.file+"~", d.file); err != nil {
		d.t.Fatal(err)
	}
}

// swap saves the plan with one text in another's place.
func (d *desk) swap(old, now string) {
	d.t.Helper()
	text := d.text()
	if !strings.Contains(text, old) {
		d.t.Fatalf("the plan does not have %q", old)
	}
	d.save(strings.Replace(text, old, now, 1))
}

// shows waits until the document says something.
func (d *desk) shows(words string) {
	d.t.Helper()
	d.until(`document.getElementById("paper").textContent.replace(/\s+/g, " ").includes(` + quoted(words) + `)`)
}

// word is the stretch of the document that has some words, as an expression.
func word(words string) string {
	return `[...document.querySelectorAll("#paper [data-at]")].find(e => e.dataset.at && e.textContent.replace(/\s+/g, " ").includes(` + quoted(words) + `))`
}

func quoted(s string) string { return "`" + s + "`" }

// clickOn clicks on the words as a person does.
func (d *desk) clickOn(words string) {
	d.t.Helper()
	d.until(word(words))
	get[bool](d.tab, `(`+word(words)+`).scrollIntoView({block: "center", behavior: "instant"}), true`)
	at := get[[]float64](d.tab, `(r => [r.left + 5, r.top + r.height / 2])((`+word(words)+`).getClientRects()[0])`)
	d.do(chromedp.MouseClickXY(at[0], at[1]))
	d.until(`document.getElementById("place").open`)
}

// retype writes a text into the open place, and asks for it to be written.
func (d *desk) retype(text string) {
	d.t.Helper()
	get[bool](d.tab, `document.querySelector("#place [name=text]").value = `+quoted(text)+`, true`)
	d.do(chromedp.Click(chromedp.CSS("#place [data-text] button")))
}

// fill types a text into a field in place of what it holds.
func (d *desk) fill(name, text string) {
	d.t.Helper()
	get[bool](d.tab, `(e => { e.focus(); e.select(); return true })(document.querySelector('[name="`+name+`"]'))`)
	d.do(chromedp.KeyEvent(text))
}

// TestATextIsChangedWhereItStands: a click shows where it was written, what is written there
// goes into its lines of the plan and nowhere else, and undo brings the very bytes back.
func TestATextIsChangedWhereItStands(t *testing.T) {
	d := serving(t)
	before := d.text()
	d.clickOn("Provide technical support and advice to the Presidency")
	if place := get[string](d.tab, `document.getElementById("place").textContent`); !strings.Contains(place, "2018.yaml:") {
		t.Errorf("the place does not say its line: %s", place)
	}
	if link := get[string](d.tab, `document.querySelector("#place a").href`); !strings.HasPrefix(link, "vscode://file/") {
		t.Errorf("the place opens no editor: %s", link)
	}
	d.picture("serve-place")
	d.retype("Provide juggling to the Presidency;")
	d.shows("Provide juggling to the Presidency;")
	after := d.text()
	if !strings.Contains(after, "Provide juggling to the Presidency;") {
		t.Error("the plan does not have what was written")
	}
	if lost := strings.Count(before, "\n") - strings.Count(after, "\n"); lost > 3 || strings.Count(before, "#") != strings.Count(after, "#") {
		t.Errorf("more was changed than a text: %d lines are gone", lost)
	}
	d.do(chromedp.Click(chromedp.CSS("#undo")))
	d.shows("Provide technical support and advice to the Presidency")
	if d.text() != before {
		t.Error("undo does not bring the plan back as it was")
	}
}

// TestFindingsComeAndGo: with a save elsewhere, with the button that mends, and with a waiver.
func TestFindingsComeAndGo(t *testing.T) {
	d := serving(t)
	before := d.text()
	d.until(`document.querySelector("#findings .clean")`)
	d.swap("all aspects of its role", "seperate aspects of its role")
	d.until(`document.querySelector("#findings > ul .finding")`)
	d.picture("serve-finding")
	if !get[bool](d.tab, `fetch(document.querySelector("#findings a.rule").href).then(a => a.text()).then(t => new DOMParser().parseFromString(t, "text/html").getElementById(document.querySelector("#findings a.rule").hash.slice(1)) !== null)`) {
		t.Error("the name of the rule does not lead to what is said of it")
	}
	d.do(chromedp.Click(chromedp.CSS("#findings [data-fix]")))
	d.until(`document.querySelector("#findings .clean")`)
	if text := d.text(); strings.Contains(text, "seperate") || !strings.Contains(text, "separate aspects") {
		t.Error("the button did not mend the plan")
	}
	d.save(strings.Replace(before, "all aspects of its role", "seperate aspects of its role", 1))
	d.until(`document.querySelector("#findings > ul .finding")`)
	d.do(chromedp.Click(chromedp.CSS("#findings > ul .finding summary")),
		chromedp.SendKeys(chromedp.CSS("#findings [name=reason]"), "As issued."), chromedp.SendKeys(chromedp.CSS("#findings [name=approved]"), "the Director"),
		chromedp.Click(chromedp.CSS("#findings [data-waive] button")))
	d.until(`document.querySelector("#findings .clean")`)
	if text := d.text(); !strings.Contains(text, "As issued.") || !strings.Contains(text, "the Director") {
		t.Error("the plan does not have the waiver")
	}
}

// TestAPlanThatCannotBeRead keeps its last document, and says so.
func TestAPlanThatCannotBeRead(t *testing.T) {
	d := serving(t)
	before := d.text()
	d.save(before + "\nnonsense: [")
	d.until(`!document.getElementById("problem").hidden`)
	d.shows("Provide technical support and advice to the Presidency")
	d.picture("serve-broken")
	d.save(before)
	d.until(`document.getElementById("problem").hidden`)
}

// TestTheReaderStaysWhereTheyAre: of a save, what is new is marked, and what is in view does
// not move.
func TestTheReaderStaysWhereTheyAre(t *testing.T) {
	d := serving(t)
	const stays = "Facilitate communication amongst States Parties"
	d.until(word(stays))
	get[bool](d.tab, `(`+word(stays)+`).scrollIntoView({block: "start", behavior: "instant"}), true`)
	at := get[float64](d.tab, `(`+word(stays)+`).getBoundingClientRect().top`)
	d.swap("Seventh Meeting of the States Parties\n", "Seventh Meeting of the States Parties to a Convention with a name that needs several more lines of the page than the one that stood there before\n")
	d.shows("needs several more lines")
	if now := get[float64](d.tab, `(`+word(stays)+`).getBoundingClientRect().top`); now < at-2 || now > at+2 {
		t.Errorf("what was read moved from %.0f to %.0f", at, now)
	}
	d.swap("Facilitate communication amongst", "Foster communication amongst")
	d.until(`[...document.querySelectorAll("#paper .fresh")].some(e => e.textContent.includes("Foster"))`)
}

// TestConflict: who writes what the file does not hold any more is told, and nothing is lost.
func TestConflict(t *testing.T) {
	d := serving(t)
	d.clickOn("Provide technical support and advice to the Presidency")
	d.swap("Provide technical support and advice to the Presidency", "Give technical support and advice to the Presidency")
	d.shows("Give technical support")
	d.retype("Provide juggling to the Presidency;")
	d.until(`!document.querySelector("#place .clash").hidden`)
	if said := get[string](d.tab, `document.querySelector("#place .clash").textContent`); !strings.Contains(said, "Give technical support") {
		t.Errorf("it does not say what the file has: %s", said)
	}
	if text := d.text(); !strings.Contains(text, "Give technical support") || strings.Contains(text, "juggling") {
		t.Error("the other's words are lost")
	}
	if typed := get[string](d.tab, `document.querySelector("#place [name=text]").value`); !strings.Contains(typed, "juggling") {
		t.Error("what was typed is lost")
	}
	d.picture("serve-conflict")
	d.do(chromedp.Click(chromedp.CSS("#place [data-text] button"))) // who insists has read it
	d.shows("Provide juggling to the Presidency;")
}

// TestWhatIf: values are tried out without writing, and written when they are asked for.
func TestWhatIf(t *testing.T) {
	d := serving(t)
	before := d.text()
	d.do(chromedp.Click(chromedp.CSS(`nav a[href^="/budget"]`)))
	d.until(`document.getElementById("whatif")`)
	box := get[string](d.tab, `document.querySelector("input[data-was='10000']").name`)
	d.fill(box, "25000")
	d.until(`!document.getElementById("assumed").hidden && [...document.querySelectorAll(".change")].some(e => e.textContent.includes("15,000"))`)
	d.picture("serve-what-if")
	if said := get[string](d.tab, `document.getElementById("assumed").textContent`); !strings.Contains(said, "Not in the plan") {
		t.Errorf("it is not marked as not in the plan: %s", said)
	}
	if d.text() != before {
		t.Error("trying a value out wrote it")
	}
	d.do(chromedp.Click(chromedp.CSS("#reset")))
	d.until(`document.getElementById("assumed").hidden`)
	d.fill(box, "25000")
	d.until(`!document.getElementById("write").hidden`)
	d.do(chromedp.Click(chromedp.CSS("#write")))
	d.until(`document.querySelector('input[name="` + box + `"]').dataset.was === "25000"`)
	if want := strings.Replace(before, "fixed: 10000", "fixed: 25000", 1); d.text() != want {
		t.Error("the plan does not have the value, or has more that is new")
	}
}

// TestByKeyboardAlone: a text is found, changed and left without a mouse.
func TestByKeyboardAlone(t *testing.T) {
	d := serving(t)
	d.until(word("Provide technical support"))
	d.do(chromedp.KeyEvent(kb.Tab))
	if first := get[string](d.tab, `document.activeElement.className`); first != "skip" {
		t.Errorf("the first that Tab reaches is %q, not the way past the rest", first)
	}
	for range 80 { // as far as it takes to the document
		if get[bool](d.tab, `document.getElementById("paper").contains(document.activeElement)`) {
			break
		}
		d.do(chromedp.KeyEvent(kb.Tab))
	}
	if !get[bool](d.tab, `document.getElementById("paper").contains(document.activeElement)`) {
		t.Fatal("Tab does not reach the document")
	}
	for range 200 {
		if get[bool](d.tab, `document.activeElement.textContent.includes("Provide technical support")`) {
			break
		}
		d.do(chromedp.KeyEvent(kb.ArrowDown))
	}
	d.do(chromedp.KeyEvent(kb.Enter))
	d.until(`document.getElementById("place").open && document.activeElement.name === "text"`)
	d.do(chromedp.KeyEvent(kb.Escape))
	d.until(`!document.getElementById("place").open`)
	if !get[bool](d.tab, `document.activeElement.textContent.includes("Provide technical support")`) {
		t.Error("a place that is closed does not lead back to where it was opened")
	}
	d.do(chromedp.KeyEvent(kb.Enter))
	d.until(`document.getElementById("place").open && document.activeElement.name === "text"`)
	d.do(chromedp.KeyEvent("a", chromedp.KeyModifiers(chromedp.ModifierCtrl)), chromedp.KeyEvent("Juggle for the Presidency;"),
		chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	d.shows("Juggle for the Presidency;")
}

// TestEachPage of serve fits a phone, and stands out in the light and in the dark.
func TestEachPage(t *testing.T) {
	d := serving(t)
	for _, name := range []string{"document", "budget", "changes", "help"} {
		if name != "document" {
			d.do(chromedp.Click(chromedp.CSS(`header a[href^="/` + name + `"]`)))
		}
		d.until(`document.body && document.body.dataset.page === "` + name + `" && document.readyState === "complete"`)
		for _, scheme := range []string{"light", "dark"} {
			call(d.tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
			for _, faint := range get[[]string](d.tab, contrast) {
				t.Errorf("%s, %s: %s", name, scheme, faint)
			}
			d.picture("serve-" + name + "-" + scheme)
		}
		d.phone()
		d.fits()
		d.picture("serve-" + name + "-phone")
		for _, nameless := range get[[]string](d.tab, `[...document.querySelectorAll("input:not([type=hidden]), textarea, select")].filter(e => !e.labels.length && !e.ariaLabel).map(e => e.outerHTML)`) {
			t.Errorf("%s: a field without a label: %s", name, nameless)
		}
		d.do(chromedp.EmulateViewport(1280, 900))
	}
}

// TestHelp: the pages of the documentation are there, they lead to each other, and back to the
// plan.
func TestHelp(t *testing.T) {
	d := serving(t)
	d.do(chromedp.Click(chromedp.CSS(`header a[href^="/help"]`)))
	d.until(`document.body.dataset.page === "help" && document.querySelectorAll("main li a").length > 15`)
	for _, wrong := range get[[]string](d.tab, `Promise.all([...document.querySelectorAll("main li a")].map(a => fetch(a.href).then(r => r.status === 200 ? "" : a.href + " " + r.status))).then(l => l.filter(x => x))`) {
		t.Error(wrong)
	}
	d.do(chromedp.Click(chromedp.CSS(`main a[href^="/help/plan-language"]`)))
	d.until(`document.querySelector("h1") && document.querySelector("h1").textContent === "The plan language"`)
	d.picture("serve-help")
	for _, faint := range get[[]string](d.tab, contrast) {
		t.Error(faint)
	}
	d.phone()
	d.fits()
	d.picture("serve-help-phone")
	d.do(chromedp.Click(chromedp.CSS(`header a[href^="/document"]`)))
	d.until(`document.querySelector("#paper main, #paper article")`)
}
