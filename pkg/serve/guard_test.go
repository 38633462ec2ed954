package serve_test

import (
	"net/http"
	"strconv"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"github.com/isuplan/isuplan/plans"
)

func itoa(n int) string { return strconv.Itoa(n) }

// TestOnlyTheBrowserThatWasOpenedIsAnswered: nobody else reads or writes anything.
func TestOnlyTheBrowserThatWasOpenedIsAnswered(t *testing.T) {
	s, w := newServer(t, nil)
	before := w.text()
	const change = `{"plan": "2018.yaml", "kind": "set", "set": ["communication.fixed=1"]}`
	for name, c := range map[string]struct {
		method, target string
		spoil          func(*http.Request)
		want           int
	}{
		"no cookie":                   {"GET", "/document?plan=2018.yaml", func(r *http.Request) { r.Header.Del("Cookie") }, 403},
		"a wrong cookie":              {"GET", "/document?plan=2018.yaml", func(r *http.Request) { r.Header.Set("Cookie", "isuplan-127-0-0-1-8410=guess") }, 403},
		"a wrong token":               {"GET", "/?token=guess", func(r *http.Request) { r.Header.Del("Cookie") }, 403},
		"no token":                    {"GET", "/?token=", func(r *http.Request) { r.Header.Del("Cookie") }, 403},
		"the token on another page":   {"GET", "/document?plan=2018.yaml&token=" + token, func(r *http.Request) { r.Header.Del("Cookie") }, 403},
		"a name that leads here":      {"GET", "/document?plan=2018.yaml", func(r *http.Request) { r.Host = "evil.example:8410" }, 421},
		"the right name, other port":  {"GET", "/document?plan=2018.yaml", func(r *http.Request) { r.Host = "127.0.0.1:80" }, 421},
		"localhost by name":           {"GET", "/document?plan=2018.yaml", func(r *http.Request) { r.Host = "localhost:8410" }, 421},
		"another site asks":           {"GET", "/document?plan=2018.yaml", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, 403},
		"another port asks":           {"GET", "/document?plan=2018.yaml", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "same-site") }, 403},
		"a change by another site":    {"POST", "/change", func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") }, 403},
		"a change by a hidden origin": {"POST", "/change", func(r *http.Request) { r.Header.Set("Origin", "null") }, 403},
		"a change without an origin":  {"POST", "/change", func(r *http.Request) { r.Header.Del("Origin") }, 403},
		"a change over https":         {"POST", "/change", func(r *http.Request) { r.Header.Set("Origin", "https://"+host) }, 403},
		"a form":                      {"POST", "/change", func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") }, 415},
		"another plan":                {"GET", "/document?plan=other.yaml", nil, 404},
		"a path out of the folder":    {"GET", "/document?plan=../../etc/passwd", nil, 404},
		"a file of the system":        {"GET", "/download?plan=/etc/passwd&format=pdf", nil, 404},
		"an asset that is none":       {"GET", "/assets/..%2F..%2Fserve.go", nil, 404},
		"a template as an asset":      {"GET", "/assets/document.html", nil, 404},
		"no page":                     {"GET", "/nothing", nil, 404},
		"another method":              {"DELETE", "/document?plan=2018.yaml", func(r *http.Request) { r.Header.Set("Origin", "http://"+host) }, 405},
	} {
		t.Run(name, func(t *testing.T) {
			body := ""
			if c.method == "POST" {
				body = change
			}
			r := request(c.method, c.target, body)
			if c.spoil != nil {
				c.spoil(r)
			}
			if got := ask(s, r); got.Code != c.want {
				t.Errorf("%d, want %d: %s", got.Code, c.want, got.Body)
			}
			if w.text() != before {
				t.Error("the plan was written")
			}
		})
	}
	if got := ask(s, request("POST", "/change", change)); got.Code != 200 || w.text() == before {
		t.Errorf("the same from the page itself does nothing: %d %s", got.Code, got.Body)
	}
}

// TestTheTokenBecomesACookie that scripts and other sites do not get.
func TestTheTokenBecomesACookie(t *testing.T) {
	s, _ := newServer(t, nil)
	r := request("GET", "/?token="+token, "")
	r.Header.Del("Cookie")
	got := ask(s, r)
	cookie := got.Header().Get("Set-Cookie")
	if got.Code != http.StatusSeeOther || got.Header().Get("Location") != "/" {
		t.Errorf("%d %s", got.Code, got.Header())
	}
	for _, want := range []string{"HttpOnly", "SameSite=Strict", "Path=/"} {
		if !strings.Contains(cookie, want) {
			t.Errorf("%q lacks %s", cookie, want)
		}
	}
}

// TestTheAddressHandedOnHoldsOnce: another person of the machine sees it too, but later.
func TestTheAddressHandedOnHoldsOnce(t *testing.T) {
	s, _ := newServer(t, nil)
	s.Once = "for-the-browser"
	for i, want := range []int{http.StatusSeeOther, http.StatusForbidden, http.StatusForbidden} {
		r := request("GET", "/?token=for-the-browser", "")
		r.Header.Del("Cookie")
		got := ask(s, r)
		if got.Code != want || i == 0 && !strings.Contains(got.Header().Get("Set-Cookie"), "="+token+";") {
			t.Errorf("request %d: %d %s", i+1, got.Code, got.Header())
		}
	}
	r := request("GET", "/?token=", "")
	r.Header.Del("Cookie")
	if got := ask(s, r); got.Code != http.StatusForbidden {
		t.Errorf("no token opens it once the first is spent: %d", got.Code)
	}
}

// runs returns what of a page would run, or ask another machine for something.
func runs(t testing.TB, page string) (found []string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "style" || n.Data == "img" || n.Data == "iframe" || n.Data == "script" && n.FirstChild != nil {
			found = append(found, "<"+n.Data+">")
		}
		for _, a := range n.Attr {
			elsewhere := (a.Key == "src" || n.Data == "link") && strings.Contains(a.Val, "//")
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") || strings.HasPrefix(a.Val, "javascript:") || elsewhere {
				found = append(found, n.Data+" "+a.Key+"="+a.Val)
			}
		}
	}
	return found
}

// hostile is a text that would run, were it not escaped.
const hostile = `</p><script>alert(1)</script><img src=x onerror=alert(2)>"'`

// TestPagesRunNothing: pages have a strict policy and nothing in them that it would have to
// forbid, whatever the plan says.
func TestPagesRunNothing(t *testing.T) {
	plan := string(plans.Reference)
	for _, was := range []string{"Website maintenance", "Participate in Convention meetings", "The submitted table prints 63,386", "Increased activities are anticipated"} {
		plan = strings.Replace(plan, was, hostile+was, 1)
	}
	plan = strings.Replace(plan, "      note: "+hostile, "      note: >-\n        "+hostile, 1)
	s, _ := newServer(t, map[string]string{"a<b>\"&.yaml": plan, "2017.yaml": string(plans.Reference)})
	for _, page := range []string{"/", "/document?plan=a%3Cb%3E%22%26.yaml", "/budget?plan=a%3Cb%3E%22%26.yaml&v:communication.fixed=%3Cscript%3E",
		"/changes?plan=a%3Cb%3E%22%26.yaml&with=2017.yaml&revision=%22%3E%3Cscript%3E", "/changes?plan=a%3Cb%3E%22%26.yaml&with=2017.yaml",
		"/place?plan=a%3Cb%3E%22%26.yaml&at=" + spot(t, plan, "Participate in Convention")} {
		got := ask(s, request("GET", page, ""))
		if got.Code != http.StatusOK {
			t.Errorf("%s: %d %s", page, got.Code, got.Body)
		}
		policy := got.Header().Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") {
			t.Errorf("%s: the policy is %q", page, policy)
		}
		if found := runs(t, got.Body.String()); len(found) > 0 {
			t.Errorf("%s has %q", page, found)
		}
	}
}

// TestManyRequestsAtOnce are answered one after the other, and nothing stays behind.
func TestManyRequestsAtOnce(t *testing.T) {
	s, w := newServer(t, nil)
	before := w.text()
	var all sync.WaitGroup
	for range 200 {
		all.Go(func() {
			got := ask(s, request("GET", "/place?plan=2018.yaml&at=budget.total", ""))
			if got.Code != http.StatusOK {
				t.Errorf("%d %s", got.Code, got.Body)
			}
		})
	}
	all.Wait()
	if w.text() != before {
		t.Error("the plan was written")
	}
}
