import { render } from 'preact';
import { Editor } from './Editor';
import { installShortcuts } from './shortcuts';
import { editorUnderTest } from './under-test';

const photo = new URLSearchParams(location.search).get('photo') ?? '/photos/photo-cat.jpg';
const root = document.getElementById('app');
if (root) render(<Editor photo={photo} />, root);
installShortcuts();
window.editorUnderTest = editorUnderTest;
