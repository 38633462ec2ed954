package cli_test

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// paper is a PDF taken to pieces, so that a test can change them.
type paper struct {
	t       *testing.T
	objects map[int]string // dictionaries and other values
	streams map[int]string // what stands behind dictionaries, unpacked
	trailer string
	codes   map[string]map[rune]string // of each font, in hexadecimal
}

var (
	objectOf = regexp.MustCompile(`(?s)\n(\d+) 0 obj\n`)
	lengthOf = regexp.MustCompile(`/Length (\d+)`)
	packing  = regexp.MustCompile(`/Filter\s*/FlateDecode|/Length \d+`)
)

func takeApart(t *testing.T, file []byte) *paper {
	p := &paper{t: t, objects: map[int]string{}, streams: map[int]string{}}
	for at := 0; ; {
		m := objectOf.FindSubmatchIndex(file[at:])
		if m == nil {
			break
		}
		number, _ := strconv.Atoi(string(file[at+m[2] : at+m[3]]))
		at += m[1]
		at += p.object(number, file[at:]) - 1
	}
	for _, n := range slices.Sorted(maps.Keys(p.objects)) {
		switch d := p.objects[n]; {
		case strings.Contains(d, "/ObjStm"):
			p.unpack(n)
		case strings.Contains(d, "/XRef"):
			p.trailer = regexp.MustCompile(`/(?:Root|Info) \d+ 0 R`).FindString(d)
			p.trailer = strings.Join(regexp.MustCompile(`/(?:Root|Info) \d+ 0 R`).FindAllString(d, -1), " ")
			delete(p.objects, n)
			delete(p.streams, n)
		}
	}
	p.readable()
	return p
}

// object reads an object, and returns how long it is.
func (p *paper) object(number int, rest []byte) int {
	end := bytes.Index(rest, []byte("endobj"))
	at := bytes.Index(rest, []byte("stream\n"))
	if at < 0 || at > end {
		p.objects[number] = strings.TrimSpace(string(rest[:end]))
		return end
	}
	d := string(rest[:at])
	n, _ := strconv.Atoi(lengthOf.FindStringSubmatch(d)[1])
	data := rest[at+len("stream\n"):][:n]
	if strings.Contains(d, "FlateDecode") {
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			p.t.Fatal(err)
		}
		data, _ = io.ReadAll(r)
	}
	p.objects[number] = strings.TrimSpace(packing.ReplaceAllString(d, ""))
	p.streams[number] = string(data)
	return at + len("stream\n") + n
}

// unpack reads the objects within an object.
func (p *paper) unpack(n int) {
	text := p.streams[n]
	first, _ := strconv.Atoi(regexp.MustCompile(`/First (\d+)`).FindStringSubmatch(p.objects[n])[1])
	delete(p.objects, n)
	delete(p.streams, n)
	list := strings.Fields(text[:first])
	for i := 0; i+1 < len(list); i += 2 {
		number, _ := strconv.Atoi(list[i])
		from, _ := strconv.Atoi(list[i+1])
		to := len(text) - first
		if i+3 < len(list) {
			to, _ = strconv.Atoi(list[i+3])
		}
		p.objects[number] = strings.TrimSpace(text[first+from : first+to])
	}
}

// find returns the number of the first object that has a text.
func (p *paper) find(part string) int {
	for _, n := range slices.Sorted(maps.Keys(p.objects)) {
		if strings.Contains(p.objects[n], part) {
			return n
		}
	}
	p.t.Fatalf("no object has %s", part)
	return 0
}

// edit replaces in an object what occurs there.
func (p *paper) edit(n int, from, to string) {
	if !strings.Contains(p.objects[n], from) {
		p.t.Fatalf("%s has no %s", p.objects[n], from)
	}
	p.objects[n] = strings.Replace(p.objects[n], from, to, 1)
}

// add adds an object, and returns a reference to it.
func (p *paper) add(d, content string) string {
	n := slices.Max(slices.Collect(maps.Keys(p.objects))) + 1
	p.objects[n] = d
	if content != "" {
		p.streams[n] = content
	}
	return fmt.Sprintf("%d 0 R", n)
}

// file puts the pieces together again.
func (p *paper) file() []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := map[int]int{}
	numbers := slices.Sorted(maps.Keys(p.objects))
	for _, n := range numbers {
		offsets[n] = out.Len()
		if content, ok := p.streams[n]; ok {
			d := strings.TrimSuffix(p.objects[n], ">>")
			fmt.Fprintf(&out, "%d 0 obj\n%s /Length %d>>\nstream\n%s\nendstream\nendobj\n", n, d, len(content), content)
		} else {
			fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", n, p.objects[n])
		}
	}
	at := out.Len()
	out.WriteString("xref\n0 1\n0000000000 65535 f \n")
	for _, n := range numbers {
		fmt.Fprintf(&out, "%d 1\n%010d 00000 n \n", n, offsets[n])
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n", numbers[len(numbers)-1]+1, p.trailer, at)
	return out.Bytes()
}

// unsealed takes the seal out.
func (p *paper) unsealed() *paper {
	n := p.find("/Subtype /XML")
	p.streams[n] = regexp.MustCompile(`(?s)<isuplan:.*?</isuplan:\w+>\n?`).ReplaceAllString(p.streams[n], "")
	return p
}

// pages returns the numbers of the objects of pages.
func (p *paper) pages() (list []int) {
	for _, m := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(p.objects[p.find("/Kids [")], -1) {
		n, _ := strconv.Atoi(m[1])
		if strings.Contains(p.objects[n], "/Type /Page") && !strings.Contains(p.objects[n], "/Type /Pages") {
			list = append(list, n)
		}
	}
	return list
}

// content returns the number of the content of a page.
func (p *paper) content(page int) int {
	m := regexp.MustCompile(`/Contents (\d+) 0 R`).FindStringSubmatch(p.objects[page])
	n, _ := strconv.Atoi(m[1])
	return n
}

// readable writes the texts of contents in hexadecimal, and reads the codes of fonts.
func (p *paper) readable() {
	for _, page := range p.pages() {
		n := p.content(page)
		p.streams[n] = literals(p.streams[n])
	}
	p.codes = map[string]map[rune]string{}
	for _, m := range regexp.MustCompile(`/(F\d+) (\d+) 0 R`).FindAllStringSubmatch(p.objects[p.find("/Font <<")], -1) {
		font, _ := strconv.Atoi(m[2])
		at, _ := strconv.Atoi(regexp.MustCompile(`/ToUnicode (\d+) 0 R`).FindStringSubmatch(p.objects[font])[1])
		p.codes[m[1]] = map[rune]string{}
		for _, c := range regexp.MustCompile(`<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})>\n`).FindAllStringSubmatch(p.streams[at], -1) {
			r, _ := strconv.ParseUint(c[2], 16, 32)
			p.codes[m[1]][rune(r)] = strings.ToLower(c[1])
		}
	}
}

// coded writes a text in the codes of the font of figures.
func (p *paper) coded(text string) string {
	var out strings.Builder
	for _, r := range text {
		c, ok := p.codes["F0"][r]
		if !ok {
			p.t.Fatalf("the font has no %q", r)
		}
		out.WriteString(c)
	}
	return out.String()
}

// literals writes texts in parentheses in hexadecimal.
func literals(content string) string {
	var out strings.Builder
	for i := 0; i < len(content); i++ {
		if content[i] != '(' {
			out.WriteByte(content[i])
			continue
		}
		var text []byte
		for i++; content[i] != ')'; i++ {
			if content[i] == '\\' {
				i++
				text = append(text, map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}[content[i]])
				if text[len(text)-1] == 0 {
					text[len(text)-1] = content[i]
				}
				continue
			}
			text = append(text, content[i])
		}
		out.WriteString("<" + hex.EncodeToString(text) + ">")
	}
	return out.String()
}
