package wire_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/lsp/internal/wire"
)

func framed(body string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body) }

// TestRead: what can be read is, a message that is too large or none is passed over, and what
// has no end ends the reading.
func TestRead(t *testing.T) {
	const ok = `{"jsonrpc":"2.0","id":7,"method":"a","params":{"b":1}}`
	in := "content-type: x\r\nCONTENT-LENGTH:  " + fmt.Sprint(len(ok)) + "\r\n\r\n" + ok +
		framed(strings.Repeat(" ", 101)) + framed("{") + framed(`{"jsonrpc":"1.0"}`) + framed(`{"jsonrpc":"2.0","id":null,"method":"n"}`) + "Content-Length: 3\n\n{"
	c := wire.NewConn(strings.NewReader(in), io.Discard, 100)
	m, err := c.Read()
	if err != nil || string(m.ID) != "7" || m.Method != "a" || string(m.Params) != `{"b":1}` || !m.IsRequest() {
		t.Errorf("got %+v, %v", m, err)
	}
	for _, code := range []int{wire.InvalidRequest, wire.ParseError, wire.InvalidRequest} {
		var failure *wire.Error
		if _, err := c.Read(); !errors.As(err, &failure) || failure.Code != code || failure.Error() == "" {
			t.Errorf("got %v, want %d", err, code)
		}
	}
	if m, err := c.Read(); err != nil || m.IsRequest() {
		t.Errorf("got %+v, %v", m, err)
	}
	if _, err := c.Read(); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got %v", err)
	}
	if _, err := wire.NewConn(strings.NewReader(""), io.Discard, 1).Read(); !errors.Is(err, io.EOF) {
		t.Errorf("got %v", err)
	}
}

// TestTooLargeTakesNoRoom: a length that nobody sends is not made room for.
func TestTooLargeTakesNoRoom(t *testing.T) {
	for _, length := range []string{"99999999999", "9223372036854775807"} {
		c := wire.NewConn(strings.NewReader("Content-Length: "+length+"\r\n\r\n{}"), io.Discard, 1<<40)
		if _, err := c.Read(); !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("got %v", err)
		}
	}
}

// TestAnswer: what is written can be read.
func TestAnswer(t *testing.T) {
	var out bytes.Buffer
	c := wire.NewConn(strings.NewReader(""), &out, 1)
	for _, err := range []error{c.Answer([]byte("1"), "<é>", nil), c.Answer(nil, nil, &wire.Error{Code: 5, Message: "no"}), c.Notify("n", []int{1})} {
		if err != nil {
			t.Fatal(err)
		}
	}
	want := framed(`{"id":1,"jsonrpc":"2.0","result":"<é>"}`+"\n") + framed(`{"error":{"code":5,"message":"no"},"id":null,"jsonrpc":"2.0"}`+"\n") + framed(`{"jsonrpc":"2.0","method":"n","params":[1]}`+"\n")
	if out.String() != want {
		t.Errorf("got\n%q, want\n%q", out.String(), want)
	}
	if err := c.Notify("n", func() {}); err == nil {
		t.Error("a function was written")
	}
}
