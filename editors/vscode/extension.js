'use strict';

// The client of isuplan's language server. It starts the program and has nothing of its own: what
// is found, completed and shown comes from the server.

const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

let client;

function start() {
  const settings = vscode.workspace.getConfiguration('isuplan');
  const args = ['lsp'];
  if (settings.get('template')) {
    args.push('--template', settings.get('template'));
  }
  const server = { command: settings.get('path') || 'isuplan', args, transport: TransportKind.stdio };
  client = new LanguageClient('isuplan', 'isuplan', server, {
    documentSelector: [
      { scheme: 'file', language: 'yaml' },
      { scheme: 'untitled', language: 'yaml' },
    ],
  });
  return client.start().catch((err) => {
    vscode.window.showErrorMessage(
      `isuplan does not start: ${err.message}. Install it, or say in the setting isuplan.path where it lies.`);
  });
}

async function stop() {
  const old = client;
  client = undefined;
  if (old) {
    await old.dispose();
  }
}

async function restart() {
  await stop();
  await start();
}

function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('isuplan.restart', restart),
    vscode.workspace.onDidChangeConfiguration((e) => {
      if (e.affectsConfiguration('isuplan.path') || e.affectsConfiguration('isuplan.template')) {
        restart();
      }
    }));
  return start();
}

module.exports = { activate, deactivate: stop };
