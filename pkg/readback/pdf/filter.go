package pdf

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"io"
)

// inflate returns what comes out before the first fault: viewers show that as well.
// Like them, it does not ask for the checksum.
func (f *File) inflate(data []byte) ([]byte, bool) {
	const deflated, withDictionary = 8, 0x20
	if len(data) < 2 || data[0]&0xF != deflated || data[1]&withDictionary != 0 {
		return nil, len(data) == 0
	}
	from := bytes.NewReader(data[2:])
	if f.inflater == nil {
		f.inflater = flate.NewReader(from)
	} else if err := f.inflater.(flate.Resetter).Reset(from, nil); err != nil {
		return nil, false
	}
	out, err := io.ReadAll(io.LimitReader(f.inflater, largest+1))
	return out, err == nil
}

func unbase85(data []byte) ([]byte, bool) {
	data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
	if end := bytes.Index(data, []byte("~")); end >= 0 {
		data = data[:end]
	}
	out, err := io.ReadAll(io.LimitReader(ascii85.NewDecoder(bytes.NewReader(data)), largest+1))
	return out, err == nil
}

// unpackRuns undoes the coding of runs: a byte says how many bytes follow, or how
// often the next one stands there.
func unpackRuns(data []byte) (out []byte, complete bool) {
	const end = 128
	for len(data) > 0 && len(out) <= largest {
		n := int(data[0])
		switch {
		case n == end:
			return out, true
		case n < end && len(data) > n+1:
			out = append(out, data[1:n+2]...)
			data = data[n+2:]
		case n > end && len(data) > 1:
			out = append(out, bytes.Repeat(data[1:2], 257-n)...)
			data = data[2:]
		default:
			return out, false
		}
	}
	return out, true // some leave the end out
}
