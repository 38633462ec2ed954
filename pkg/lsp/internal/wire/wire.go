// Package wire reads and writes the messages of JSON-RPC 2.0, each behind a header with its
// length, as the language server protocol frames them. Whatever is sent, it takes no more room
// than it was told, and does not panic.
package wire

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
)

// Message is a request, a notification (which has no ID) or a response.
type Message struct {
	ID     json.RawMessage
	Method string
	Params json.RawMessage
}

// IsRequest reports that an answer is wanted.
func (m *Message) IsRequest() bool { return len(m.ID) > 0 && m.Method != "" }

// Error is the error of a response, and of a message that cannot be read while the next one can.
type Error struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

// Error returns the message.
func (e *Error) Error() string { return e.Message }

// The codes of errors, by JSON-RPC and by the language server protocol.
const (
	ParseError           = -32700
	InvalidRequest       = -32600
	MethodNotFound       = -32601
	InvalidParams        = -32602
	InternalError        = -32603
	ServerNotInitialized = -32002
	RequestCancelled     = -32800
	ContentModified      = -32801
	RequestFailed        = -32803
)

// ErrBroken says that what comes in is no message and that nobody knows where the next one
// begins.
var ErrBroken = errors.New("what came in is no message of the language server protocol")

// Conn is a connection. Reading is for one goroutine, writing for any.
type Conn struct {
	in    *bufio.Reader
	limit int64

	mu  sync.Mutex
	out io.Writer
}

// NewConn makes a connection that takes messages up to a size.
func NewConn(in io.Reader, out io.Writer, limit int64) *Conn {
	return &Conn{in: bufio.NewReaderSize(in, longestHeader), out: out, limit: limit}
}

// The bounds of a header: its longest line, and how many lines it may have.
const (
	longestHeader = 4096
	mostHeaders   = 32
)

// Read reads a message. An *Error is of one message only; after any other error nothing more
// can be read.
func (c *Conn) Read() (*Message, error) {
	length, err := c.header()
	if err != nil {
		return nil, err
	}
	if length > c.limit {
		if _, err := io.CopyN(io.Discard, c.in, length); err != nil {
			return nil, io.ErrUnexpectedEOF
		}
		return nil, &Error{InvalidRequest, fmt.Sprintf("a message of %d bytes is too large; %d are the most", length, c.limit)}
	}
	var body bytes.Buffer // grows with what comes, whatever the header says
	if _, err := io.CopyN(&body, c.in, length); err != nil {
		return nil, io.ErrUnexpectedEOF
	}
	return decode(body.Bytes())
}

// header reads the header of a message and returns its length.
func (c *Conn) header() (int64, error) {
	length := int64(-1)
	for n := range mostHeaders {
		line, err := c.in.ReadSlice('\n')
		switch {
		case errors.Is(err, io.EOF) && n == 0 && len(line) == 0:
			return 0, io.EOF
		case err != nil:
			return 0, ErrBroken
		}
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" {
			if length < 0 {
				return 0, ErrBroken
			}
			return length, nil
		}
		name, value, ok := strings.Cut(text, ":")
		if !ok {
			return 0, ErrBroken
		}
		if strings.EqualFold(name, "Content-Length") {
			if length, err = strconv.ParseInt(strings.TrimSpace(value), 10, 64); err != nil || length < 0 {
				return 0, ErrBroken
			}
		}
	}
	return 0, ErrBroken
}

// decode reads the JSON of a message.
func decode(body []byte) (*Message, error) {
	var m struct {
		Version string          `json:"jsonrpc"`
		ID      json.RawMessage `json:"id"`
		Method  string          `json:"method"`
		Params  json.RawMessage `json:"params"`
	}
	if !json.Valid(body) {
		return nil, &Error{ParseError, "the message is no JSON"}
	}
	if err := json.Unmarshal(body, &m); err != nil || m.Version != "2.0" {
		return nil, &Error{InvalidRequest, "the message is none of JSON-RPC 2.0"}
	}
	if id := string(m.ID); id == "null" {
		m.ID = nil
	} else if id != "" && id[0] != '"' && (id[0] < '0' || id[0] > '9') && id[0] != '-' {
		return nil, &Error{InvalidRequest, "the id of a message is a number or a text"}
	}
	return &Message{ID: m.ID, Method: m.Method, Params: m.Params}, nil
}

// Answer writes the response to a request: a result, or an error.
func (c *Conn) Answer(id json.RawMessage, result any, failure *Error) error {
	if len(id) == 0 {
		id = json.RawMessage("null")
	}
	if failure != nil {
		return c.write(map[string]any{"jsonrpc": "2.0", "id": id, "error": failure})
	}
	return c.write(map[string]any{"jsonrpc": "2.0", "id": id, "result": result})
}

// Ask writes a request of our own. Its id is one that no request of the other side has.
func (c *Conn) Ask(id, method string, params any) error {
	return c.write(map[string]any{"jsonrpc": "2.0", "id": id, "method": method, "params": params})
}

// Notify writes a notification.
func (c *Conn) Notify(method string, params any) error {
	return c.write(map[string]any{"jsonrpc": "2.0", "method": method, "params": params})
}

func (c *Conn) write(message any) error {
	var body bytes.Buffer
	encoder := json.NewEncoder(&body)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(message); err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, err := fmt.Fprintf(c.out, "Content-Length: %d\r\n\r\n", body.Len()); err != nil {
		return err
	}
	_, err := c.out.Write(body.Bytes())
	return err
}
