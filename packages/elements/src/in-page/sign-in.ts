import { provideDocumentPortal } from '../document-portal.ts';
import '../sign-in/define.ts';

provideDocumentPortal();
