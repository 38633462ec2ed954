package main

import (
	"bytes"
	"debug/elf"
	"debug/macho"
	"debug/pe"
	"errors"
	"fmt"
)

// most is how large a program may be: 34 MB as file managers count them. The server of the
// standard library, which serve needs, is 3 of them: it brings TLS with it.
const most = 34 << 20

// inspect holds what can be said of a program without starting it: that it is one for the
// system, that it needs no library that may not be there, that it is not too large, and that
// it does not name the folder that it was made in.
func inspect(t target, program []byte, root string) error {
	if len(program) > most {
		return fmt.Errorf("%d bytes are more than %d", len(program), most)
	}
	if bytes.Contains(program, []byte(root+"/")) {
		return fmt.Errorf("the program names the folder %s", root)
	}
	switch t.os {
	case "windows":
		return inspectPE(t, program)
	case "darwin":
		return inspectMachO(t, program)
	}
	return inspectELF(t, program)
}

func inspectPE(t target, program []byte) error {
	f, err := pe.NewFile(bytes.NewReader(program))
	if err != nil {
		return err
	}
	const isProgram, ofConsole = pe.IMAGE_FILE_EXECUTABLE_IMAGE, pe.IMAGE_SUBSYSTEM_WINDOWS_CUI
	machine := map[string]uint16{"amd64": pe.IMAGE_FILE_MACHINE_AMD64, "arm64": pe.IMAGE_FILE_MACHINE_ARM64}[t.arch]
	header, ok := f.OptionalHeader.(*pe.OptionalHeader64)
	switch {
	case f.Machine != machine:
		return fmt.Errorf("a program for machine %#x", f.Machine)
	case !ok || f.Characteristics&isProgram == 0 || header.Subsystem != ofConsole:
		return errors.New("no program for a Windows console")
	case f.Section(".symtab") != nil && len(f.Symbols) > 0:
		return errors.New("it has symbols")
	}
	libraries, err := f.ImportedLibraries()
	for _, name := range libraries {
		if name != "kernel32.dll" {
			return fmt.Errorf("it needs %s", name)
		}
	}
	return err
}

func inspectMachO(t target, program []byte) error {
	f, err := macho.NewFile(bytes.NewReader(program))
	if err != nil {
		return err
	}
	machine := map[string]macho.Cpu{"amd64": macho.CpuAmd64, "arm64": macho.CpuArm64}[t.arch]
	if f.Cpu != machine || f.Type != macho.TypeExec {
		return fmt.Errorf("%s for %s", f.Type, f.Cpu)
	}
	const signature = 0x1d // LC_CODE_SIGNATURE, without which Apple's own processors start nothing
	signed := false
	for _, l := range f.Loads {
		signed = signed || f.ByteOrder.Uint32(l.Raw()) == signature
	}
	if t.arch == "arm64" && !signed {
		return errors.New("it is not signed")
	}
	return nil
}

func inspectELF(t target, program []byte) error {
	f, err := elf.NewFile(bytes.NewReader(program))
	if err != nil {
		return err
	}
	machine := map[string]elf.Machine{"amd64": elf.EM_X86_64, "arm64": elf.EM_AARCH64}[t.arch]
	if f.Machine != machine || f.Type != elf.ET_EXEC {
		return fmt.Errorf("%s for %s", f.Type, f.Machine)
	}
	for _, p := range f.Progs {
		if p.Type == elf.PT_INTERP || p.Type == elf.PT_DYNAMIC {
			return errors.New("it needs libraries")
		}
	}
	if f.Section(".symtab") != nil {
		return errors.New("it has symbols")
	}
	return nil
}
